import Domain

/// Reads the referrers to which an indicator is limited.
///
/// Outcomes of help are counted for some referrers only: rows 4 and 5 of the weighing framework
/// advised against the others, and `breakdowns.yaml` says which are left.
struct ReferrerLimitLoader {
    let source: SourceDefinition
    let breakdowns: BreakdownDefinitions
    let codes: BreakdownCodes

    /// The referrers, or `nil` for all.
    func referrers(
        of reader: RecordReader,
        kinds: [IndicatorDefinition.Measure.Kind]
    ) throws(DefinitionError) -> [String]? {
        let value = reader.optional("referrers")
        let known = codes.codes(of: .referrer, in: source.id).map(\.code)
        let referrers = try value?.list().map { item throws(DefinitionError) in
            let code = try item.text()
            guard known.contains(code) else {
                throw item.mistake(
                    found: "the referrer `\(code)`",
                    expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return code
        }
        guard referrers?.isEmpty != true else {
            throw (value ?? reader.whole).mistake(
                found: "an empty list of referrers, which counts nothing",
                expected: "at least one referrer, or no `referrers`"
            )
        }
        guard kinds.contains(where: \.isOutcome) else { return referrers }
        let allowed = breakdowns.referrersWithOutcomes
        guard let referrers, Set(referrers).isSubset(of: allowed) else {
            throw (value ?? reader.whole).mistake(
                found: "outcomes of help "
                    + (value == nil
                        ? "of all referrers" : "of referrers for which they are refused"),
                expected: "`referrers` with no other than "
                    + allowed.map { "`\($0)`" }.joined(separator: ", ")
                    + ": rows 4 and 5 of the weighing framework advise against outcomes elsewhere"
            )
        }
        return referrers
    }
}
