import Domain

/// Reads `weighing/candidates.yaml`: every row has one candidate, with the reason where its advice
/// is another than that of the rule.
struct CandidateLoader {
    let folder: DefinitionFolder
    /// The framework so far, without candidates.
    let framework: WeighingFramework

    private static let keys = [
        "id", "row", "title", "aspect", "remarks", "shows", "verdict", "reason", "difference",
        "exceptions", "exception-reason", "series", "study-items", "evidence-row", "rejected",
        "reference",
    ]

    func load() throws(DefinitionError) -> [WeighingCandidate] {
        let root = try folder.yaml("weighing/candidates.yaml")
        var candidates: [WeighingCandidate] = []
        for item in try root.list() {
            let candidate = try candidate(of: item)
            guard !candidates.contains(where: { $0.id == candidate.id }) else {
                throw item.mistake(
                    found: "the candidate `\(candidate.id)` more than once",
                    expected: "it once"
                )
            }
            if let row = candidate.row, candidates.contains(where: { $0.row == row }) {
                throw item.mistake(found: "row \(row) more than once", expected: "it once")
            }
            candidates.append(candidate)
        }
        for row in framework.rows where !candidates.contains(where: { $0.row == row.number }) {
            throw root.mistake(found: "no candidate of row \(row.number)", expected: "one")
        }
        return candidates
    }

    private func candidate(of item: RecordValue) throws(DefinitionError) -> WeighingCandidate {
        let reader = try item.record(keys: CandidateLoader.keys)
        let number = try reader.optional("row")?.number(in: 1...framework.rows.count)
        let difference = try reader.optional("difference")?.localized()
        let exceptions = try reader.optional("exceptions")?.texts() ?? []
        let exceptionReason = try reader.optional("exception-reason")?.localized()
        guard exceptions.isEmpty == (exceptionReason == nil) else {
            throw item.mistake(
                found: "one of `exceptions` and `exception-reason`",
                expected: "both or neither"
            )
        }
        if let number {
            try check(framework.rows[number - 1], difference: difference, at: item)
        }
        return WeighingCandidate(
            id: try reader.required("id").text(),
            row: number,
            title: try reader.required("title").localized(),
            aspect: try reader.required("aspect").localized(),
            remarks: number == nil
                ? try reader.optional("remarks")?.localized()
                : try reader.required("remarks").localized(),
            shows: try reader.required("shows").localized(),
            verdict: try reader.required("verdict").choice(WeighingCandidate.Verdict.self),
            reason: try reader.required("reason").localized(),
            difference: difference,
            exceptions: exceptions,
            exceptionReason: exceptionReason,
            series: try reader.optional("series")?.texts() ?? [],
            studyItems: try reader.optional("study-items")?.texts() ?? [],
            evidenceRow: try evidenceRow(of: reader, own: number),
            rejected: try reader.optional("rejected")?.texts() ?? [],
            reference: try reader.required("reference").text()
        )
    }

    /// The row whose evidence holds for a candidate that the report named without scoring it.
    private func evidenceRow(
        of reader: RecordReader,
        own: Int?
    ) throws(DefinitionError) -> Int? {
        guard let value = reader.optional("evidence-row") else { return nil }
        guard own == nil else {
            throw value.mistake(
                found: "an `evidence-row` beside the candidate's own row",
                expected: "one of the two"
            )
        }
        return try value.number(in: 1...framework.rows.count)
    }

    private func check(
        _ row: WeighingRow,
        difference: LocalizedText?,
        at item: RecordValue
    ) throws(DefinitionError) {
        let rule = framework.rule(row.scores)
        switch (WeighingAdvice(rule) == row.advice, difference) {
        case (true, .some):
            throw item.mistake(
                found: "a `difference` where row \(row.number) has the advice of the rule",
                expected: "none"
            )
        case (false, nil):
            throw item.mistake(
                found: "no `difference`, where row \(row.number) has the advice "
                    + "`\(row.advice.rawValue)` and the rule gives `\(rule.rawValue)`",
                expected: "the reason"
            )
        default: break
        }
    }
}
