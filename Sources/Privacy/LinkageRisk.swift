public import Columns
public import Store

/// Computes what joining sources would add to the risk of re-identification.
///
/// Counts only: nobody is shown, and nothing that was joined is kept.
public struct LinkageRisk {
    private let store: DeliveryStore
    private let workers: Workers
    private let limit: Int

    /// The columns that others may know of a person: birth date, sex and municipality.
    static let quasiIdentifiers = ["birth", "sex", "municipality"]

    /// Creates the computation.
    public init(store: DeliveryStore, limit: Int, workers: Workers) {
        self.store = store
        self.limit = limit
        self.workers = workers
    }

    /// The growth for the persons of the first source when the others are joined to it.
    ///
    /// Before, a person is a birth date, a sex, a municipality and the kind of help; after, each
    /// joined source adds its kind of help, or that there is none.
    ///
    /// - Returns: `nil` when the sources share no person, since their pseudonyms are of different
    ///   domains: then it cannot be computed before they are delivered for a common one.
    public func growth(of sources: [String]) throws -> RiskGrowth? {
        guard let first = sources.first else { return nil }
        let base = try faces(of: first, with: LinkageRisk.quasiIdentifiers + ["code"])
        var before = [[UInt32]](repeating: [], count: LinkageRisk.quasiIdentifiers.count + 1)
        var persons: [Pseudonym] = []
        for (person, values) in base.sorted(by: { $0.key < $1.key }) {
            persons.append(person)
            for (column, value) in values.enumerated() { before[column].append(value) }
        }
        var after = before
        var shared = 0
        for other in sources.dropFirst() {
            let faces = try faces(of: other, with: ["code"])
            shared += persons.count { faces[$0] != nil }
            // 0 is no code of any list: it stands for a person the other source does not know.
            after.append(persons.map { faces[$0]?.first ?? 0 })
        }
        guard shared > 0 else { return nil }
        return RiskGrowth(
            before: ReidentificationRisk(columns: before, limit: limit),
            after: ReidentificationRisk(columns: after, limit: limit)
        )
    }

    /// For each person the values of the first record that a source has of them.
    private func faces(
        of source: String,
        with columns: [String]
    ) throws -> [Pseudonym: [UInt32]] {
        var faces: [Pseudonym: [UInt32]] = [:]
        for segment in try store.segments(source: source) {
            let persons = try segment.pseudonyms(workers: workers)
            let runs = try segment.rowsPerPerson(workers: workers)
            let values = try columns.map { name -> [UInt32] in
                try segment.column(name, workers: workers)
            }
            var row = 0
            for (person, run) in zip(persons, runs) {
                if faces[person] == nil { faces[person] = values.map { $0[row] } }
                row += Int(run)
            }
        }
        return faces
    }
}
