import Definitions
import Statistics

/// *Steekproef, gecodeerd*: the files with consent and a reading, with weights that stand for all.
///
/// Response counts as one more phase: within a stratum of files and a class of screening those who
/// agreed are taken as a random part of those who were asked. A class with fewer than five answers
/// is joined with its class over all strata, then with all. What that assumption could hide is in
/// the bounds of every figure.
struct StudySample {
    /// A file that was read.
    struct Row {
        let row: SampleRow
        let weight: Double
        let coding: Coding
    }

    static let leastAnswers = 5

    /// All whose consent was asked.
    let asked: [SampleRow]
    /// Those that were read, by code.
    let rows: [Row]
    /// How they were drawn.
    let design: SurveyDesign
    /// Readings that differ and were not decided by a third.
    let undecided: Int

    init(_ state: StudyState) throws {
        let asked = try SampleRow.all(state)
        var readings: [String: [Coding.Round: Coding]] = [:]
        for coding in state.codings where state.consents[coding.file]?.outcome == .given {
            readings[coding.file, default: [:]][coding.round] = coding
        }
        let read = asked.filter { readings[$0.file.code]?[.first] != nil }
        guard read.count > 1 else {
            throw StudyError.notEnough(what: "coded files", found: read.count, needed: 2)
        }
        let factors = StudySample.factors(asked: asked, read: read)
        var undecided = 0
        rows = read.compactMap { row in
            guard let own = readings[row.file.code], let first = own[.first] else { return nil }
            if let second = own[.second], second.answers != first.answers, own[.adjudication] == nil
            {
                undecided += 1
            }
            return Row(
                row: row,
                weight: row.weight * (factors[row.file.code] ?? 1),
                coding: StudySample.decided(first, own[.adjudication])
            )
        }
        self.asked = asked
        self.undecided = undecided
        design = try StudySample.design(rows)
    }

    /// The first reading, with what a third decided in its place.
    private static func decided(_ first: Coding, _ third: Coding?) -> Coding {
        guard let third else { return first }
        var coding = first
        for (item, answer) in third.answers { coding.answers[item] = answer }
        return coding
    }

    /// For each file that was read how much more it stands for, by response.
    private static func factors(asked: [SampleRow], read: [SampleRow]) -> [String: Double] {
        let levels: [(SampleRow) -> String] = [
            { "\($0.file.stratum)|\($0.screened)" }, { "|\($0.screened)" }, { _ in "" },
        ]
        var factors: [String: Double] = [:]
        for level in levels {
            var all: [String: Double] = [:]
            var sums: [String: (weight: Double, rows: Int)] = [:]
            for row in asked { all[level(row), default: 0] += row.weight }
            for row in read {
                let sum = sums[level(row)] ?? (0, 0)
                sums[level(row)] = (sum.weight + row.weight, sum.rows + 1)
            }
            for row in read where factors[row.file.code] == nil {
                guard let sum = sums[level(row)], let whole = all[level(row)] else { continue }
                if sum.rows >= leastAnswers || level(row).isEmpty {
                    factors[row.file.code] = whole / sum.weight
                }
            }
        }
        return factors
    }

    private static func design(_ rows: [Row]) throws -> SurveyDesign {
        try SurveyDesign(
            weights: rows.map(\.weight),
            strata: rows.map(\.row.organisation.stratum),
            psu: rows.map(\.row.organisation.name),
            ssu: rows.map(\.row.file.code),
            ssuStrata: rows.map(\.row.file.stratum),
            populations: [
                rows.map(\.row.organisation.probability),
                rows.map { Double($0.row.file.population) },
            ],
            unequalProbabilities: true,
            lonelyUnits: .adjust
        ).screened(
            into: rows.map(\.row.screened),
            screened: rows.map { Double($0.row.screenedCount) }
        )
    }
}
