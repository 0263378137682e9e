public import Domain

extension StatLineTable {
    /// Which cells to take over, and under which name.
    public struct Choice: Sendable {
        /// The id of the series.
        public var id: String
        /// What is counted.
        public var unit: UnitOfCount
        /// One key for each dimension that is fixed.
        public var fixed: [String: String]
        /// The measures; empty for all.
        public var measures: [String]
        /// How final the figures are when the table does not say so.
        public var status: PublishedFigure.Status

        /// Creates a choice of everything.
        public init(
            id: String,
            unit: UnitOfCount,
            fixed: [String: String] = [:],
            measures: [String] = [],
            status: PublishedFigure.Status = .final
        ) {
            self.id = id
            self.unit = unit
            self.fixed = fixed
            self.measures = measures
            self.status = status
        }
    }

    /// The chosen cells as a published series, to be looked over by a person: what it does not say
    /// is not in any table.
    ///
    /// - Throws: ``StatLineError`` when a name does not exist or nothing is left.
    public func series(
        _ choice: Choice,
        texts: TextCatalogue
    ) throws(StatLineError) -> PublishedSeries {
        let known = Set(cells.map(\.measure)).sorted()
        for measure in choice.measures where !known.contains(measure) {
            throw .unknown(name: measure, known: known)
        }
        for (name, key) in choice.fixed.sorted(by: { $0.key < $1.key }) {
            guard let place = dimensions.firstIndex(of: name) else {
                throw .unknown(name: name, known: dimensions)
            }
            let keys = Set(cells.map { $0.keys[place] })
            guard keys.contains(key) else { throw .unknown(name: key, known: keys.sorted()) }
        }
        let measures = choice.measures.isEmpty ? known : choice.measures
        var items: [PublishedSeries.Item] = []
        var seen: Set<String> = []
        var figures: [(end: CalendarDay, figure: PublishedFigure)] = []
        for cell in cells where measures.contains(cell.measure) {
            guard
                zip(dimensions, cell.keys).allSatisfy({ name, key in
                    choice.fixed[name].map { $0 == key } ?? true
                })
            else { continue }
            let (code, label) = item(cell, choice, isOneMeasure: measures.count == 1)
            if seen.insert(code).inserted {
                items.append(
                    PublishedSeries.Item(code: code, label: LocalizedText(nl: label, en: label))
                )
            }
            let period = try StatLineTable.period(cell.period)
            let figure = PublishedFigure(
                period: period.description,
                item: code,
                value: cell.value,
                status: statuses[cell.period] ?? choice.status
            )
            figures.append((period.end, figure))
        }
        guard !figures.isEmpty else { throw .nothingChosen }
        let order = figures.enumerated().sorted {
            ($0.element.end, $0.offset) < ($1.element.end, $1.offset)
        }
        return series(choice, items, order.map(\.element.figure), texts)
    }

    private func series(
        _ choice: Choice,
        _ items: [PublishedSeries.Item],
        _ figures: [PublishedFigure],
        _ texts: TextCatalogue
    ) -> PublishedSeries {
        func both(_ key: String, _ values: [String: String] = [:]) -> LocalizedText {
            LocalizedText(
                nl: texts("cli.published.\(key)", .nl, values),
                en: texts("cli.published.\(key)", .en, values)
            )
        }
        let title = self.title.isEmpty ? choice.id : self.title
        let words = summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return PublishedSeries(
            id: choice.id,
            title: LocalizedText(nl: title, en: title),
            unit: choice.unit,
            unitLabel: both("unit.\(choice.unit.rawValue)"),
            source: both("source", ["table": id.isEmpty ? "StatLine" : id]),
            tableID: id.isEmpty ? nil : id,
            definition: words.isEmpty ? both("no-definition") : LocalizedText(nl: words, en: words),
            doesNotSay: both("does-not-say"),
            caution: both("caution"),
            items: items,
            breaks: [],
            figures: figures
        )
    }

    /// The code and label of a cell: the keys that are not fixed, then the measure.
    private func item(
        _ cell: Cell,
        _ choice: Choice,
        isOneMeasure: Bool
    ) -> (code: String, label: String) {
        var codes: [String] = []
        var labels: [String] = []
        for (name, key) in zip(dimensions, cell.keys) where choice.fixed[name] == nil {
            codes.append(key)
            labels.append(titles[name]?[key] ?? key)
        }
        if !isOneMeasure || codes.isEmpty {
            codes.append(cell.measure)
            labels.append(titles[""]?[cell.measure] ?? cell.measure)
        }
        return (codes.joined(separator: "|"), labels.joined(separator: ": "))
    }

    /// A year or half-year from its key: `2019JJ00`, `2019HJ01`.
    static func period(_ key: String) throws(StatLineError) -> Period {
        let year = key.prefix(4)
        let text: String? =
            switch key.dropFirst(4) {
            case "JJ00": String(year)
            case "HJ01": year + "H1"
            case "HJ02": year + "H2"
            default: nil
            }
        guard let text, let period = Period(text) else { throw .period(key) }
        return period
    }
}
