import Domain
public import FoundationEssentials

extension StudyRequest {
    private static let keys = [
        "id", "title", "source", "period", "instrument", "level", "organisations", "files",
        "screening", "double-coding", "agreement-limit", "expected", "replacements", "calibrate",
        "domains", "estimates",
    ]

    /// Reads a request and holds it against the instruments and sources.
    ///
    /// - Throws: ``DefinitionError`` naming file, line, what was found and what was expected.
    public static func read(
        from url: URL,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> StudyRequest {
        let folder = DefinitionFolder(url: url.deletingLastPathComponent())
        return try request(folder.yaml(url.lastPathComponent), definitions)
    }

    /// Reads a request from the text of a YAML file.
    public static func read(
        _ text: String,
        file: String,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> StudyRequest {
        try request(YAMLFile.parse(text, file: file), definitions)
    }

    private static func request(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> StudyRequest {
        let reader = try value.record(keys: keys)
        let source = try reader.required("source")
        guard let known = definitions.sources[try source.text()], known.isStored,
            known.column("verwijzer") != nil, known.column("hulpvorm") != nil
        else {
            throw source.mistake(
                found: "the source \(source.described)",
                expected: "a stored source with referrer and form, as `jeugdhulp`"
            )
        }
        let name = try reader.required("instrument")
        guard let instrument = definitions.instruments[try name.text()] else {
            throw name.mistake(
                found: "the instrument \(name.described), which does not exist",
                expected: "one of " + definitions.instruments.keys.sorted().joined(separator: ", ")
            )
        }
        let organisations = try reader.required("organisations").record(keys: [
            "number", "method", "strata", "take-all-from",
        ])
        let files = try reader.required("files").record(keys: [
            "number", "strata", "division", "least", "known",
        ])
        let expected = try reader.required("expected").record(keys: [
            "response", "proportion", "correlation", "difference",
        ])
        let screening = try ScreeningReading(reader.optional("screening"), instrument)
        let parts = StudyPartsReading(instrument: instrument, screening: screening.shares)
        return StudyRequest(
            id: try identity(reader.required("id")),
            title: try reader.required("title").localized(),
            source: known.id,
            period: try reader.required("period").halfYear(),
            instrument: instrument.id,
            level: try reader.optional("level")?.share(below: 1) ?? 0.95,
            organisationStrata: try stratifier(
                organisations.optional("strata"),
                [.none, .partOfCountry]
            ),
            organisations: try organisations.required("number").number(in: 2...10_000),
            method: try organisations.required("method").choice(Method.self),
            takeAllFrom: try organisations.optional("take-all-from")?.number(in: 1...10_000_000),
            fileStrata: try stratifier(files.optional("strata"), [.none, .referrer, .form]),
            files: try files.required("number").number(in: 2...1_000_000),
            division: try files.required("division").choice(Division.self),
            leastFiles: try files.optional("least")?.number(in: 1...10_000) ?? 2,
            strata: try parts.strata(files.optional("known")),
            screeningItem: screening.item,
            shares: screening.shares,
            leastKept: screening.least,
            doubleCoding: try reader.required("double-coding").share(),
            agreementLimit: try reader.required("agreement-limit").share(),
            expectedResponse: try expected.required("response").share(),
            expectedProportion: try expected.required("proportion").share(below: 1),
            correlation: try expected.required("correlation").share(below: 1),
            difference: try expected.required("difference").share(below: 1),
            replacements: try reader.optional("replacements")?.number(in: 0...10_000) ?? 0,
            calibration: try (reader.optional("calibrate")?.list() ?? [])
                .map { value throws(DefinitionError) in
                    try stratifier(value, [.referrer, .form])
                },
            domains: try parts.domains(reader.required("domains")),
            estimates: try parts.estimates(reader.required("estimates"))
        )
    }

    /// An id of a study, which stands in names of files.
    static func identity(_ value: RecordValue) throws(DefinitionError) -> String {
        let expected = "small letters, digits and hyphens, at most 60"
        let text = try value.text(expected: expected)
        let isPlain = text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isPlain, text.utf8.count <= 60 else {
            throw value.mistake(found: value.described, expected: expected)
        }
        return text
    }

    private static func stratifier(
        _ value: RecordValue?,
        _ allowed: [Stratifier]
    ) throws(DefinitionError) -> Stratifier {
        guard let value else { return .none }
        guard let found = Stratifier(rawValue: try value.text()), allowed.contains(found) else {
            throw value.mistake(
                found: value.described,
                expected: "one of " + allowed.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            )
        }
        return found
    }
}

extension RecordValue {
    /// A share above 0, and at most 1 or below a limit.
    func share(below limit: Double? = nil) throws(DefinitionError) -> Double {
        let expected = limit == nil ? "a share above 0 and at most 1" : "a share above 0, below 1"
        let text = try text(expected: expected)
        guard let number = Double(text), number > 0, limit.map({ number < $0 }) ?? (number <= 1)
        else { throw mistake(found: described, expected: expected) }
        return number
    }
}
