import Domain

/// Reads the second source of an indicator.
///
/// To look at two sources of the same person is to link them, so it is done under a permit only.
struct SecondSourceLoader {
    let sources: [String: SourceDefinition]
    let first: SourceDefinition
    let population: IndicatorDefinition.Population

    /// The second source, or `nil` where the indicator has none.
    func secondSource(of reader: RecordReader) throws(DefinitionError) -> SourceDefinition? {
        let permit = try reader.optional("permit")?.choice(PermitRequest.Kind.self)
        let isPermitted = permit == .linkage || permit == .indicator
        guard population != .childrenLinked || isPermitted else {
            throw reader.whole.mistake(
                found: "the population `\(population.rawValue)` without a permit",
                expected: "`permit: indicator`, because records of the same person are joined"
            )
        }
        guard let value = reader.optional("second-source") else {
            guard population == .withBoth || population.followsPersons else { return nil }
            throw reader.whole.mistake(
                found: "no `second-source`",
                expected: "one, because of the population `\(population.rawValue)`"
            )
        }
        guard let second = sources[try value.text()], second.id != first.id else {
            let known = sources.keys.filter { $0 != first.id }.sorted()
            throw value.mistake(
                found: "the second source \(value.described)",
                expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        guard isPermitted else {
            throw value.mistake(
                found: "a second source without a permit",
                expected: "`permit: indicator`, because records of the same person are joined"
            )
        }
        return second
    }
}
