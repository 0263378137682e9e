public import Domain
public import FoundationEssentials

/// *Voorstel*: a new way to measure, walked through legend, burden, lighter ways and behaviour.
///
/// `templates/candidate.yaml` is the form. Nothing may be left open: who records it, for which
/// primary process, how many minutes a case, why lighter ways do not do, and how people would act
/// once it counts.
public struct CandidateProposal: Sendable {
    /// A score with why.
    public struct Judgement: Sendable {
        /// The score.
        public let score: WeighingScore
        /// Why, in words of its own.
        public let why: String
    }

    /// A lighter way of the framework, and why it does not do.
    public struct Alternative: Sendable {
        /// The row.
        public let row: Int
        /// Why it does not do.
        public let whyNot: String
    }

    /// The id.
    public let id: String
    /// What it is.
    public let title: LocalizedText
    /// On which aspect it informs.
    public let aspect: LocalizedText
    /// The judgements, in the order of ``WeighingFramework/criteria``.
    public let judgements: [Judgement]
    /// Who records it.
    public let recordedBy: String
    /// For which primary process; `nil` when it would be recorded for the figures alone.
    public let primaryProcess: String?
    /// Minutes of recording a case.
    public let minutesPerCase: Double
    /// Cases a year, in the whole country.
    public let casesPerYear: Int
    /// The lighter ways considered.
    public let alternatives: [Alternative]
    /// How people would act once it counts.
    public let strategicBehaviour: String

    /// Hours of recording a year, in the whole country.
    public var hoursPerYear: Double { minutesPerCase * Double(casesPerYear) / 60 }

    /// The scores.
    public var scores: [WeighingScore] { judgements.map(\.score) }

    private static let keys = [
        "id", "title", "aspect", "scores", "recorded-by", "primary-process", "minutes-per-case",
        "cases-per-year", "alternatives", "strategic-behaviour",
    ]

    /// Reads a proposal.
    ///
    /// - Parameters:
    ///   - file: the filled-in form.
    ///   - framework: the framework it joins.
    ///   - shortest: letters below which an answer is none.
    /// - Returns: the proposal.
    /// - Throws: ``DefinitionError`` naming line, what was found and what was expected.
    public static func read(
        _ file: URL,
        framework: WeighingFramework,
        shortest: Int
    ) throws(DefinitionError) -> CandidateProposal {
        let folder = DefinitionFolder(url: file.deletingLastPathComponent())
        let root = try folder.yaml(file.lastPathComponent)
        let reader = try root.record(keys: keys)
        let id = try reader.required("id")
        if let known = framework.candidate(named: try id.text()) {
            throw id.mistake(
                found: "the candidate `\(known.id)`, which was weighed before",
                expected: "a new id"
            )
        }
        let process = try reader.required("primary-process").answer(shortest, orNone: true)
        let judgements = try judgements(reader, framework, shortest)
        if process == nil,
            let place = framework.criteria.firstIndex(where: { $0.id == "practical" }),
            judgements[place].score == .plus
        {
            throw try reader.required("primary-process").mistake(
                found: "`none` and `+` for `practical`",
                expected: "a process for which it is recorded anyway, or a lower score: what is "
                    + "recorded for the figures alone is not recorded well"
            )
        }
        return CandidateProposal(
            id: try id.text(),
            title: try reader.required("title").localized(),
            aspect: try reader.required("aspect").localized(),
            judgements: judgements,
            recordedBy: try reader.required("recorded-by").text(),
            primaryProcess: process,
            minutesPerCase: try reader.required("minutes-per-case").decimal(),
            casesPerYear: try reader.required("cases-per-year").number(in: 0...10_000_000),
            alternatives: try alternatives(reader.required("alternatives"), framework, shortest),
            strategicBehaviour: try reader.required("strategic-behaviour").answer(shortest) ?? ""
        )
    }

    private static func judgements(
        _ reader: RecordReader,
        _ framework: WeighingFramework,
        _ shortest: Int
    ) throws(DefinitionError) -> [Judgement] {
        let ids = framework.criteria.map(\.id)
        let scores = try reader.required("scores").record(keys: ids)
        return try ids.map { id throws(DefinitionError) in
            let one = try scores.required(id).record(keys: ["score", "why"])
            return Judgement(
                score: try one.required("score").choice(WeighingScore.self),
                why: try one.required("why").answer(shortest) ?? ""
            )
        }
    }

    private static func alternatives(
        _ value: RecordValue,
        _ framework: WeighingFramework,
        _ shortest: Int
    ) throws(DefinitionError) -> [Alternative] {
        var alternatives: [Alternative] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["row", "why-not"])
            alternatives.append(
                Alternative(
                    row: try reader.required("row").number(in: 1...framework.rows.count),
                    whyNot: try reader.required("why-not").answer(shortest) ?? ""
                )
            )
        }
        let missing = framework.rows.filter { row in
            row.isAdvised && !alternatives.contains { $0.row == row.number }
        }
        guard missing.isEmpty else {
            throw value.mistake(
                found: "nothing on the rows "
                    + missing.map { "\($0.number)" }.joined(separator: ", ")
                    + ", which are advised",
                expected: "why each of them does not do"
            )
        }
        return alternatives
    }
}

extension RecordValue {
    /// An answer of so many letters at least; `none` where that is an answer too.
    fileprivate func answer(
        _ shortest: Int,
        orNone: Bool = false
    ) throws(DefinitionError) -> String? {
        let text = try text(expected: "an answer")
        if orNone, text == "none" { return nil }
        let letters = text.count { $0.isLetter || $0.isNumber }
        guard letters >= shortest else {
            throw mistake(
                found: "an answer of \(letters) letters",
                expected: "one of \(shortest) or more" + (orNone ? ", or `none`" : "")
            )
        }
        return text
    }
}
