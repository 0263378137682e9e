/// What tests on the person side of the wall share.
///
/// - ``PlainRecord`` and ``PlainDelivery``: deliveries in the protocol's own words.
/// - ``ReferenceEngine``: the slow, plain twin of the indicators, cell for cell.
/// - ``NastyCountry``: small seeded countries in which everything that can go wrong does.
/// - ``TestFolder`` and ``TestDefinitions``: a folder of one test's own, and the definitions.
public enum TestSupport {
    /// The names of the sources that have indicators.
    public static let sources = ["jeugdbescherming", "jeugdhulp"]
}
