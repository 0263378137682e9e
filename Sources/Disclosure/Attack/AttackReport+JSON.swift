import Foundation

extension AttackReport {
    /// The report as JSON: `cells`, `targets`, `undecided` (how many) and `findings`, each with its
    /// `key`, `kind`, `lo` and `hi`.
    ///
    /// - Parameter labels: the names of the cells.
    /// - Returns: the text, keys in alphabetical order, findings in the order of the system.
    /// - Throws: what the encoder throws; a report has nothing that it cannot write.
    public func json(_ labels: any CellLabels) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let written = Written(
            cells: cells,
            targets: targets,
            undecided: undecided.count,
            findings: findings.map {
                Written.Finding(
                    key: labels.key(ofCell: $0.cell),
                    kind: $0.kind,
                    lo: $0.low,
                    hi: $0.high
                )
            }
        )
        return String(decoding: try encoder.encode(written), as: UTF8.self)
    }
}

/// The form of a report in JSON.
private struct Written: Encodable {
    struct Finding: Encodable {
        let key: [String: String]
        let kind: AttackReport.Kind
        let lo: Int
        let hi: Int
    }

    let cells: Int
    let targets: Int
    let undecided: Int
    let findings: [Finding]
}
