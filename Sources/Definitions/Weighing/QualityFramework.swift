public import Domain
public import FoundationEssentials

/// *Kwaliteitskader*: what organisations report on themselves.
public struct QualityFramework: Sendable {
    /// One item.
    public struct Item: Sendable, Equatable {
        /// How it is answered.
        public enum Kind: String, CaseIterable, Sendable {
            /// With a number.
            case count
            /// With `yes` or `no`.
            case yesNo = "yes-no"
        }

        /// The id.
        public let id: String
        /// How it is answered.
        public let kind: Kind
        /// The item of which this is a part, or `nil`.
        public let within: String?
        /// What is asked.
        public let title: LocalizedText
    }

    /// One answer: a number, or 1 for yes and 0 for no.
    public struct Answer: Sendable, Equatable {
        /// The organisation, as it names itself.
        public let organisation: String
        /// The year.
        public let year: Int
        /// The item.
        public let item: String
        /// The answer.
        public let value: Int
    }

    /// What must be said beside every figure.
    public let caveats: LocalizedText
    /// The items, in their order.
    public let items: [Item]

    /// Reads answers, `organisation,year,item,value`.
    ///
    /// - Parameter files: the tables.
    /// - Returns: the answers, in their order.
    /// - Throws: ``DefinitionError`` naming file and line: an unknown item, a value that is none, an
    ///   organisation that answers twice, or a part larger than its whole.
    public func read(_ files: [URL]) throws(DefinitionError) -> [Answer] {
        var answers: [Answer] = []
        for file in files {
            let folder = DefinitionFolder(url: file.deletingLastPathComponent())
            for row in try folder.csv(
                file.lastPathComponent,
                columns: ["organisation", "year", "item", "value"]
            ) {
                let answer = try answer(row)
                let isTwice = answers.contains {
                    $0.organisation == answer.organisation && $0.year == answer.year
                        && $0.item == answer.item
                }
                guard !isTwice else {
                    throw row.required("item").mistake(
                        found: "`\(answer.item)` of one organisation and year more than once",
                        expected: "one answer"
                    )
                }
                try check(answer, among: answers, at: row.required("value"))
                answers.append(answer)
            }
        }
        return answers
    }

    private func answer(_ row: CSVRow) throws(DefinitionError) -> Answer {
        let name = row.required("item")
        guard let item = items.first(where: { name.isText($0.id) }) else {
            throw name.mistake(
                found: "the item \(name.described)",
                expected: "one of " + items.map { "`\($0.id)`" }.joined(separator: ", ")
            )
        }
        let field = row.required("value")
        let value: Int
        switch item.kind {
        case .count: value = try field.number(in: 0...10_000_000)
        case .yesNo:
            guard field.isText("yes") || field.isText("no") else {
                throw field.mistake(found: field.described, expected: "`yes` or `no`")
            }
            value = field.isText("yes") ? 1 : 0
        }
        return Answer(
            organisation: try row.required("organisation").text(),
            year: try row.required("year").number(in: 2000...2100),
            item: item.id,
            value: value
        )
    }

    /// A part that stands behind its whole may not be larger.
    private func check(
        _ answer: Answer,
        among earlier: [Answer],
        at place: RecordValue
    ) throws(DefinitionError) {
        guard let whole = items.first(where: { $0.id == answer.item })?.within else { return }
        let found = earlier.first {
            $0.organisation == answer.organisation && $0.year == answer.year && $0.item == whole
        }
        guard let found else {
            throw place.mistake(
                found: "`\(answer.item)` without `\(whole)` above it",
                expected: "the whole before its part"
            )
        }
        guard answer.value <= found.value else {
            throw place.mistake(
                found: "`\(answer.item)` larger than `\(whole)`",
                expected: "a part no larger than its whole"
            )
        }
    }
}
