import Domain

/// Reads the worked examples of an indicator.
///
/// Whether the figures are right is for the engine's tests; here every line must be one that the
/// table can hold and every column one that the protocol knows.
struct ExampleLoader {
    let source: SourceDefinition
    let secondSource: SourceDefinition?
    let beside: [SourceDefinition]
    let codes: BreakdownCodes
    let regions: RegionReference
    let breakdowns: [IndicatorDefinition.Breakdown]
    let measures: [String]
    let needsPopulation: Bool

    func examples(of value: RecordValue) throws(DefinitionError) -> [IndicatorDefinition.Example] {
        let items = try value.list()
        guard !items.isEmpty else {
            throw value.mistake(found: "no worked examples", expected: "at least one")
        }
        return try items.map { item throws(DefinitionError) in try example(of: item) }
    }

    private func example(
        of value: RecordValue
    ) throws(DefinitionError) -> IndicatorDefinition.Example {
        let reader = try value.record(keys: [
            "title", "deliveries", "period", "expected", "population",
        ])
        let deliveries = try reader.required("deliveries").list()
        let sources = try deliveries.map(source)
        let expected = try reader.required("expected").list()
        for line in expected {
            try checkLine(line)
        }
        guard !deliveries.isEmpty, !expected.isEmpty else {
            throw value.mistake(
                found: "an example without deliveries or without expected lines",
                expected: "at least one of each"
            )
        }
        guard (reader.optional("population") != nil) == needsPopulation else {
            throw value.mistake(
                found: needsPopulation ? "no `population`" : "`population` without a rate",
                expected: needsPopulation ? "one, because there is a rate" : "none"
            )
        }
        let period = try reader.required("period")
        guard let parsed = Period(try period.text()) else {
            throw period.mistake(
                found: period.described,
                expected: "a period as `2019H1` or `2019`"
            )
        }
        return IndicatorDefinition.Example(
            title: try reader.required("title").localized(),
            deliveries: try reader.required("deliveries").texts(),
            sources: sources,
            period: parsed,
            expected: try reader.required("expected").texts(),
            population: try reader.optional("population")?.texts() ?? []
        )
    }

    /// The source whose columns a delivery has: the first, or else the second.
    private func source(of value: RecordValue) throws(DefinitionError) -> String {
        let names = try value.text().prefix { $0 != "\n" }
            .split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let candidates = [source] + [secondSource].compactMap(\.self) + beside
        if let found = candidates.first(where: { source in
            names.allSatisfy { source.column($0) != nil }
        }) {
            return found.id
        }
        let unknown = names.first { name in candidates.allSatisfy { $0.column(name) == nil } }
        throw value.mistake(
            found: unknown.map { "the column `\($0)` in a delivery" }
                ?? "columns of two sources in one delivery",
            expected: "columns of "
                + candidates.map { "`\($0.id)`" }.joined(separator: " or of ")
                + ", with `;` between them"
        )
    }

    /// A line is geography, region, the breakdowns, measure, value.
    private func checkLine(_ value: RecordValue) throws(DefinitionError) {
        let fields = try value.text().split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
        let columns = ["geography", "region"] + breakdowns.map(\.column) + ["measure", "value"]
        guard fields.count == columns.count else {
            throw value.mistake(
                found: "a line with \(fields.count) fields",
                expected: "\(columns.count): `\(columns.joined(separator: ","))`"
            )
        }
        guard let geography = Geography(rawValue: fields[0]),
            fields[1] == "U" || regions.name(of: fields[1], in: geography) != nil
        else {
            throw value.mistake(
                found: "the region `\(fields[1])` of `\(fields[0])`",
                expected: "a geography and one of its regions"
            )
        }
        for (breakdown, code) in zip(breakdowns, fields.dropFirst(2))
        where code != "T" && code != "U" {
            let known = codes.codes(of: breakdown, in: source.id).map(\.code)
            guard known.contains(code) else {
                throw value.mistake(
                    found: "the code `\(code)` of `\(breakdown.column)`",
                    expected: "one of "
                        + (["T", "U"] + known).map { "`\($0)`" }.joined(separator: ", ")
                )
            }
        }
        guard measures.contains(fields[fields.count - 2]) else {
            throw value.mistake(
                found: "the measure `\(fields[fields.count - 2])`",
                expected: "one of " + measures.map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        let number = RecordValue(
            file: value.file,
            line: value.line,
            content: .text(fields[fields.count - 1])
        )
        _ = try number.decimal()
    }
}
