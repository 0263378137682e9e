import Domain
import GRDB

extension Database {
    /// Inserts a series of published figures with its words.
    func insert(_ series: PublishedSeries, number: Int) throws {
        try execute(
            sql: "INSERT INTO series VALUES (?, ?, ?, ?)",
            arguments: [number, series.id, series.unit.rawValue, series.tableID]
        )
        for (part, text) in series.wordsByPart {
            try execute(
                sql: "INSERT INTO series_text VALUES (?, ?, ?, ?)",
                arguments: [number, part, text.nl, text.en]
            )
        }
        for (place, item) in series.items.enumerated() {
            try execute(
                sql: "INSERT INTO series_item VALUES (?, ?, ?, ?, ?)",
                arguments: [number, place, item.code, item.label.nl, item.label.en]
            )
        }
        for (place, one) in series.breaks.enumerated() {
            try execute(
                sql: "INSERT INTO series_break VALUES (?, ?, ?, ?, ?)",
                arguments: [number, place, one.before, one.reason.nl, one.reason.en]
            )
        }
        for (place, figure) in series.figures.enumerated() {
            let (kind, low, high) = figure.value.stored
            try execute(
                sql: "INSERT INTO series_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, place, figure.period, figure.item, figure.status.rawValue, kind, low,
                    high,
                ]
            )
        }
    }

    /// The series in their order.
    func allSeries() throws -> [PublishedSeries] {
        try Row.fetchAll(self, sql: "SELECT * FROM series ORDER BY place").map { row in
            try series(of: row)
        }
    }

    private func series(of row: Row) throws -> PublishedSeries {
        let number: Int = row["place"]
        var words: [String: LocalizedText] = [:]
        for text in try rows("series_text", number, "part") {
            words[text["part"]] = LocalizedText(nl: text["nl"], en: text["en"])
        }
        let none = LocalizedText(nl: "", en: "")
        return PublishedSeries(
            id: row["id"],
            title: words["title"] ?? none,
            unit: UnitOfCount(rawValue: row["unit"]) ?? .registration,
            unitLabel: words["unit"] ?? none,
            source: words["source"] ?? none,
            tableID: row["table_id"],
            definition: words["definition"] ?? none,
            doesNotSay: words["does-not-say"] ?? none,
            caution: words["caution"],
            items: try rows("series_item", number, "place").map {
                .init(code: $0["code"], label: LocalizedText(nl: $0["nl"], en: $0["en"]))
            },
            breaks: try rows("series_break", number, "place").map {
                .init(before: $0["before"], reason: LocalizedText(nl: $0["nl"], en: $0["en"]))
            },
            figures: try rows("series_figure", number, "place").map { figure in
                PublishedFigure(
                    period: figure["period"],
                    item: figure["item"],
                    value: .init(
                        storedKind: figure["kind"],
                        low: figure["low"],
                        high: figure["high"]
                    ),
                    status: .init(rawValue: figure["status"]) ?? .provisional
                )
            }
        )
    }

    private func rows(_ table: StaticString, _ series: Int, _ order: StaticString) throws -> [Row] {
        try Row.fetchAll(
            self,
            sql: "SELECT * FROM \(table) WHERE series = ? ORDER BY \(order)",
            arguments: [series]
        )
    }
}

extension PublishedSeries {
    /// The words of the series by the part of it they are.
    fileprivate var wordsByPart: [(String, LocalizedText)] {
        [
            ("definition", definition), ("does-not-say", doesNotSay), ("source", source),
            ("title", title), ("unit", unitLabel),
        ] + (caution.map { [("caution", $0)] } ?? [])
    }
}

extension PublishedFigure.Value {
    /// The kind and the numbers as they are kept.
    fileprivate var stored: (String, Double?, Double?) {
        switch self {
        case .number(let value): ("number", value, nil)
        case .derived(let value): ("derived", value, nil)
        case .about(let value): ("about", value, nil)
        case .interval(let low, let high): ("interval", low, high)
        case .withheld: ("withheld", nil, nil)
        case .missing: ("missing", nil, nil)
        }
    }

    /// Reads a value back; what is not understood is a hole, never a number.
    fileprivate init(storedKind kind: String, low: Double?, high: Double?) {
        switch (kind, low, high) {
        case ("number", let value?, _): self = .number(value)
        case ("derived", let value?, _): self = .derived(value)
        case ("about", let value?, _): self = .about(value)
        case ("interval", let low?, let high?): self = .interval(low, high)
        case ("withheld", _, _): self = .withheld
        default: self = .missing
        }
    }
}
