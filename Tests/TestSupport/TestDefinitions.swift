public import Definitions
public import Foundation

/// The definitions for tests, read once.
public enum TestDefinitions {
    /// The folder of the product itself, so that a copy never is a link to it.
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Definitions")
        .resolvingSymlinksInPath()

    private static let loaded = Result { try DefinitionSet.load(from: folder) }

    private static let reduced = Result { try loadFewMunicipalities() }

    /// The definitions of the product.
    public static func load() throws -> DefinitionSet { try loaded.get() }

    /// The definitions of the product with a dozen municipalities, so that tables stay small.
    ///
    /// Among them are ones that were split, merged before the year of the table and after it.
    public static func fewMunicipalities() throws -> DefinitionSet { try reduced.get() }

    /// The same, with youth assistance and protection in one domain of pseudonyms.
    ///
    /// Deliveries are taken in only under a permit for linkage.
    public static func linked() throws -> DefinitionSet { try joined.get() }

    /// The same, with all sources of persons in one domain of pseudonyms.
    public static func allLinked() throws -> DefinitionSet { try joinedAll.get() }

    private static let joinedAll = Result {
        try loadFewMunicipalities(
            domains: """
                - id: alle
                  sources: [jeugdhulp, jeugdbescherming, veiligthuis, csg-records]
                  from: 2015H1
                  reason: {nl: Een proef., en: A trial.}
                """
        )
    }

    private static let joined = Result {
        try loadFewMunicipalities(
            domains: """
                - id: beide
                  sources: [jeugdhulp, jeugdbescherming]
                  from: 2015H1
                  reason: {nl: Een proef., en: A trial.}
                """
        )
    }

    private static let kept: Set<String> = [
        "GM0003", "GM0010", "GM0014", "GM0024", "GM0080", "GM0344", "GM0363", "GM0518", "GM0757",
        "GM0824", "GM0855", "GM0856", "GM0865", "GM0788", "GM1685", "GM1900", "GM1949",
    ]

    private static let gone: Set<String> = [
        "GM0003", "GM0009", "GM0010", "GM0024", "GM0140", "GM0788", "GM0856", "GM1685",
    ]

    private static func loadFewMunicipalities(domains: String? = nil) throws -> DefinitionSet {
        let place = try TestFolder()
        let copy = URL(filePath: place.path("Definitions"))
        try FileManager.default.copyItem(at: folder, to: copy)
        let regions = copy.appending(path: "regions")
        try keep(in: regions.appending(path: "municipalities-2020.csv"), where: kept)
        try keep(in: regions.appending(path: "changes.csv"), where: gone)
        if let domains {
            try Data((domains + "\n").utf8).write(to: copy.appending(path: "privacy/domains.yaml"))
        }
        return try DefinitionSet.load(from: copy)
    }

    /// Keeps the header and the lines that begin with one of some codes.
    private static func keep(in file: URL, where codes: Set<String>) throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let left =
            lines.prefix(1) + lines.dropFirst().filter { codes.contains(String($0.prefix(6))) }
        try Data((left.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
}
