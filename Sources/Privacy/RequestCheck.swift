import Definitions
import Domain

/// What a request has to have before anybody is asked to approve it.
struct RequestCheck {
    let definitions: DefinitionSet
    let today: CalendarDay

    /// Hands the first thing that is wrong to `refuse`, which throws.
    func run(_ request: PermitRequest, refuse: (PermitRefusal) throws -> Void) throws {
        for element in request.elements {
            for item in definitions.privacy.rejectedItems
            where item.isNamed(
                RequestCheck.column(of: element),
                in: String(element.prefix { $0 != "." })
            ) {
                try refuse(.rejectedItem(id: item.id, name: element))
            }
        }
        try checkSubjects(request, refuse)
        try checkWords(request, refuse)
        let missing = lighterWays(than: request).filter { row in
            !request.alternatives.contains { $0.row == row }
        }
        if !missing.isEmpty { try refuse(.alternativesMissing(rows: missing)) }
        let longest = today.advanced(by: definitions.privacy.permits.longestMonths * 365 / 12)
        if request.expires < today || request.expires > longest {
            try refuse(.badTerm(longest: longest))
        }
        for source in request.sources.sorted() {
            if let rule = definitions.privacy.retention[source],
                request.retentionYears > rule.years
            {
                try refuse(.keptTooLong(source: source, years: rule.years))
            }
        }
    }

    /// The rows of the weighing framework that have to be weighed: what the report advised to
    /// measure, or to study in depth.
    ///
    /// The rows the named indicators themselves stand in are what is asked for, not a lighter way.
    func lighterWays(than request: PermitRequest) -> [Int] {
        let own = Set(request.indicators.compactMap { definitions.indicators[$0]?.weighingRow })
        return definitions.weighing.rows.filter { $0.isAdvised && !own.contains($0.number) }
            .map(\.number)
    }

    private func checkSubjects(
        _ request: PermitRequest,
        _ refuse: (PermitRefusal) throws -> Void
    ) throws {
        for source in request.sources where definitions.sources[source] == nil {
            try refuse(.unknownSubject(name: source))
        }
        for indicator in request.indicators where definitions.indicators[indicator] == nil {
            try refuse(.unknownSubject(name: indicator))
        }
        for element in request.elements {
            let source = definitions.sources[String(element.prefix { $0 != "." })]
            guard let source, request.sources.contains(source.id),
                source.columns.contains(where: { $0.name == RequestCheck.column(of: element) })
            else {
                try refuse(.unknownSubject(name: element))
                return
            }
        }
        let joins = request.kind == .linkage
        if joins, Set(request.sources).count < 2 { try refuse(.tooFewSources) }
    }

    private func checkWords(
        _ request: PermitRequest,
        _ refuse: (PermitRefusal) throws -> Void
    ) throws {
        let shortest = definitions.privacy.permits.shortestText
        var answers = [("purpose", request.purpose), ("legal-ground", request.legalGround)]
        answers += PermitRequest.wordings.map { ($0, request.answers[$0] ?? "") }
        var seen: [String: String] = [:]
        for (field, text) in answers {
            let bare = text.lowercased().filter { $0.isLetter || $0.isNumber }
            if bare.count < shortest { try refuse(.tooShort(field: field, letters: shortest)) }
            if let other = seen[bare] { try refuse(.sameWords(field: field, other: other)) }
            seen[bare] = field
        }
        for alternative in request.alternatives {
            let letters = alternative.whyNot.count { $0.isLetter || $0.isNumber }
            if letters < shortest {
                try refuse(.tooShort(field: "alternatives.\(alternative.row)", letters: shortest))
            }
        }
    }

    static func column(of element: String) -> String {
        element.firstIndex(of: ".").map { String(element[element.index(after: $0)...]) } ?? element
    }
}
