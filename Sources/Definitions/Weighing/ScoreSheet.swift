public import FoundationEssentials

/// *Scoreblad*: the scores that persons gave to rows of the framework, read from a table.
///
/// `version,scorer,row,criterion,score,remark`; a sheet may hold several scorers.
public struct ScoreSheet: Sendable {
    /// One score.
    public struct Entry: Sendable, Equatable {
        /// Who scored; a name or a number of their own choice.
        public let scorer: String
        /// The row of the framework.
        public let row: Int
        /// The place of the criterion in ``WeighingFramework/criteria``.
        public let criterion: Int
        /// The score.
        public let score: WeighingScore
        /// Why, or empty.
        public let remark: String
    }

    /// The version of the framework whose legend was scored with.
    public let version: Int
    /// The scores, in the order of the sheets.
    public let entries: [Entry]

    private static let columns = ["version", "scorer", "row", "criterion", "score", "remark"]

    /// Reads sheets that belong together.
    ///
    /// - Parameters:
    ///   - files: the tables.
    ///   - framework: the framework that was scored.
    /// - Returns: all scores.
    /// - Throws: ``DefinitionError`` naming file and line: an unknown score, row or criterion, two
    ///   versions, or one scorer who gave a cell two scores.
    public static func read(
        _ files: [URL],
        framework: WeighingFramework
    ) throws(DefinitionError) -> ScoreSheet {
        var entries: [Entry] = []
        var version: (number: Int, place: String)?
        var seen: [String: (score: WeighingScore, place: String)] = [:]
        for file in files {
            let folder = DefinitionFolder(url: file.deletingLastPathComponent())
            let name = file.lastPathComponent
            for row in try folder.csv(name, columns: columns) {
                let place = "\(name):\(row.line)"
                let number = try row.required("version").number(in: 1...framework.versions.count)
                if let version, version.number != number {
                    throw row.required("version").mistake(
                        found: "version \(number), and version \(version.number) in "
                            + version.place,
                        expected: "scores of one version"
                    )
                }
                version = version ?? (number, place)
                let entry = try entry(of: row, framework: framework)
                let cell = "\(entry.row) \(entry.criterion) \(entry.scorer)"
                if let other = seen[cell] {
                    throw row.required("score").mistake(
                        found: "`\(entry.score.rawValue)`, where the same scorer gave this cell "
                            + "`\(other.score.rawValue)` in \(other.place)",
                        expected: "one score for a cell"
                    )
                }
                seen[cell] = (entry.score, place)
                entries.append(entry)
            }
        }
        return ScoreSheet(version: version?.number ?? framework.versions.count, entries: entries)
    }

    private static func entry(
        of row: CSVRow,
        framework: WeighingFramework
    ) throws(DefinitionError) -> Entry {
        let criterion = row.required("criterion")
        guard let place = framework.criteria.firstIndex(where: { criterion.isText($0.id) }) else {
            throw criterion.mistake(
                found: "the criterion \(criterion.described)",
                expected: "one of "
                    + framework.criteria.map { "`\($0.id)`" }.joined(separator: ", ")
            )
        }
        return Entry(
            scorer: try row.required("scorer").text(),
            row: try row.required("row").number(in: 1...framework.rows.count),
            criterion: place,
            score: try row.required("score").choice(WeighingScore.self),
            remark: try row.optional("remark")?.text() ?? ""
        )
    }
}
