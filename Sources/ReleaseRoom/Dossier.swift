/// *Dossier*: what was submitted for release.
public struct Dossier: Sendable, Equatable, Codable {
    /// A table, by its hash.
    public struct Item: Sendable, Equatable, Codable {
        /// The table, as `BJ-05 2019H1`, or the name of a file.
        public let name: String
        /// The SHA-256 of its figures, or of the file.
        public let sha256: String
        /// How many figures stand in it.
        public let cells: Int

        /// Creates an item.
        public init(name: String, sha256: String, cells: Int) {
            self.name = name
            self.sha256 = sha256
            self.cells = cells
        }
    }

    /// What a checker has to know.
    public let context: ReleaseContext
    /// The tables.
    public let items: [Item]
    /// The SHA-256 of all our own tables together; `nil` for files of a user.
    public let figures: String?
    /// Evidence of protection: name and JSON.
    public let evidence: [String: String]
    /// The files of a user, by name; empty for our own tables.
    public let files: [String: String]

    /// Creates a dossier.
    public init(
        context: ReleaseContext,
        items: [Item],
        figures: String?,
        evidence: [String: String],
        files: [String: String] = [:]
    ) {
        self.context = context
        self.items = items
        self.figures = figures
        self.evidence = evidence
        self.files = files
    }

    /// The dossier of files of a user.
    ///
    /// - Parameters:
    ///   - files: name and bytes of each table.
    ///   - evidence: what `ijkpunt protect` wrote about them.
    ///   - context: what a checker has to know.
    /// - Returns: the dossier.
    /// - Throws: ``ReleaseRoomError/mechanical(_:)`` with all that is wrong with them.
    public static func of(
        _ files: [(name: String, bytes: [UInt8])],
        evidence: [UInt8]?,
        context: ReleaseContext
    ) throws(ReleaseRoomError) -> Dossier {
        let mistakes = MechanicalCheck.mistakes(in: files, evidence: evidence)
        guard mistakes.isEmpty else { throw .mechanical(mistakes) }
        return Dossier(
            context: context,
            items: files.map { file in
                let text = String(decoding: file.bytes, as: UTF8.self)
                return Item(
                    name: file.name,
                    sha256: SHA.text(file.bytes),
                    cells: StatusRows(text)?.rows.count ?? 0
                )
            },
            figures: nil,
            evidence: evidence.map { ["evidence.json": String(decoding: $0, as: UTF8.self)] }
                ?? [:],
            files: Dictionary(
                files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
            ) { first, _ in first }
        )
    }
}
