extension RegionReference {
    /// Temp.
    public var knownCodes: [String] { municipalities.map(\.code) }
}
