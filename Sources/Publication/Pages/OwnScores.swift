import Definitions
import Weighing

/// *Eigen scores*: what a reader gave the cells of the framework, read from the fields of a form.
///
/// A field is named after its cell, `7-practical`, and holds `m`, `o` or `p`, so that an address
/// needs no signs to be escaped. An empty field is a cell that was not scored.
package struct OwnScores: Sendable, Equatable {
    /// The fields that hold something, as they were sent.
    let fields: [String: String]

    /// Reads the fields of a query; what is empty was not given.
    package init(_ query: [String: String] = [:]) {
        fields = query.filter { !$0.value.isEmpty }
    }

    /// Whether nothing was given.
    var isEmpty: Bool { fields.isEmpty }

    /// The name of the field of a cell.
    static func field(_ row: WeighingRow, _ criterion: WeighingFramework.Criterion) -> String {
        "\(row.number)-\(criterion.id)"
    }

    /// The letter that stands for a score in a field.
    static func letter(_ score: WeighingScore) -> String {
        switch score {
        case .minus: "m"
        case .between: "o"
        case .plus: "p"
        }
    }

    /// The scores of a row by criterion; `nil` where none was given or it could not be read.
    func scores(
        _ row: WeighingRow,
        _ framework: WeighingFramework
    ) -> [WeighingScore?] {
        framework.criteria.map { criterion in
            let given = fields[OwnScores.field(row, criterion)]
            return WeighingScore.allCases.first { OwnScores.letter($0) == given }
        }
    }

    /// What the rule gives for a row; `nil` when a criterion that it looks at was not scored.
    func rule(_ row: WeighingRow, _ framework: WeighingFramework) -> WeighingScore? {
        let scores = scores(row, framework)
        let seen = framework.ruleCriteria.compactMap { scores[$0] }
        return seen.count == framework.ruleCriteria.count ? seen.min() : nil
    }

    /// How easily the advice on a row would have been another; `nil` unless all of it was scored.
    func sensitivity(
        _ row: WeighingRow,
        _ framework: WeighingFramework
    ) -> AdviceSensitivity? {
        let scores = scores(row, framework).compactMap { $0 }
        guard scores.count == framework.criteria.count else { return nil }
        return AdviceSensitivity(of: scores, in: framework)
    }

    /// How many fields are no cell of the framework or hold no score.
    func unread(_ framework: WeighingFramework) -> Int {
        let read = framework.rows.reduce(0) { sum, row in
            sum + scores(row, framework).count { $0 != nil }
        }
        return fields.count - read
    }

    /// The scores as a sheet that `ijkpunt weigh score` reads.
    func sheet(_ framework: WeighingFramework, scorer: String) -> String {
        let version = framework.versions.last?.number ?? 1
        var lines = ["version,scorer,row,criterion,score,remark"]
        for row in framework.rows {
            for (criterion, score) in zip(framework.criteria, scores(row, framework)) {
                guard let score else { continue }
                lines.append(
                    "\(version),\(scorer),\(row.number),\(criterion.id),\(score.rawValue),"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
