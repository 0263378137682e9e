/// *Gebiedsindeling*: a way to divide the country.
///
/// The ways do not nest in each other.
public enum Geography: String, CaseIterable, Sendable {
    /// *Gemeente*.
    case municipality = "gemeente"
    /// *Jeugdregio*, 42 regions.
    case youthRegion = "jeugdregio"
    /// *Veilig Thuis-regio*, 26 regions.
    case veiligThuis = "veiligthuis"
    /// *Regio Centrum Seksueel Geweld*, provisional, by name.
    case csg
    /// *Provincie*.
    case province = "provincie"
    /// *Landsdeel*.
    case partOfCountry = "landsdeel"
    /// *Nederland*; its one region is `NL01`.
    case country = "nl"
}
