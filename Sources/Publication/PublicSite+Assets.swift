extension PublicSite {
    /// The style sheet, built into the program so that a moved binary keeps it.
    public static var stylesheet: [UInt8] { PackageResources.ijkpunt_css }

    /// The mark as an image.
    public static var icon: HTML { Emblem.icon }
}
