import Domain

/// Reads `published/<id>.csv`, one figure to a row.
struct PublishedFigureLoader {
    let folder: DefinitionFolder
    let items: [String]

    private static let columns = ["period", "item", "kind", "value", "high", "status"]

    /// What is known of the size of a figure, as written in the file.
    private enum Kind: String, CaseIterable {
        case number, derived, about, interval, withheld, missing
    }

    func load(_ file: String) throws(DefinitionError) -> [PublishedFigure] {
        var figures: [PublishedFigure] = []
        var last: (period: String, end: CalendarDay)?
        var seen: Set<[String]> = []
        for row in try folder.csv(file, columns: PublishedFigureLoader.columns) {
            let figure = try figure(of: row)
            guard seen.insert([figure.period, figure.item]).inserted else {
                throw row.required("item").mistake(
                    found: "the item `\(figure.item)` of \(figure.period) more than once",
                    expected: "it once"
                )
            }
            let end = try end(of: row.required("period"))
            if let last, end < last.end {
                throw row.required("period").mistake(
                    found: "\(figure.period) behind \(last.period)",
                    expected: "periods in the order in which they end"
                )
            }
            last = (figure.period, end)
            figures.append(figure)
        }
        return figures
    }

    private func figure(of row: CSVRow) throws(DefinitionError) -> PublishedFigure {
        let item = row.required("item")
        guard items.contains(try item.text()) else {
            throw item.mistake(
                found: "the item \(item.described)",
                expected: "an item of the series"
            )
        }
        return PublishedFigure(
            period: try row.required("period").text(),
            item: try item.text(),
            value: try value(of: row),
            status: try status(row.required("status"))
        )
    }

    /// The last day of a half-year, a year or a day.
    private func end(of value: RecordValue) throws(DefinitionError) -> CalendarDay {
        if let period = Period(try value.text(expected: "a period")) { return period.end }
        do {
            return try value.day()
        } catch {
            throw value.mistake(
                found: value.described,
                expected: "a period as `2019H1`, `2019` or `2019-01-31`"
            )
        }
    }

    private func value(of row: CSVRow) throws(DefinitionError) -> PublishedFigure.Value {
        let kind = try row.required("kind").choice(Kind.self)
        let needed = kind == .interval ? 2 : [.withheld, .missing].contains(kind) ? 0 : 1
        let given = [row.optional("value"), row.optional("high")].compactMap { $0 }
        guard given.count == needed, needed != 1 || row.optional("high") == nil else {
            throw row.required("kind").mistake(
                found: "\(given.count) as the count of numbers with the kind `\(kind.rawValue)`",
                expected: "\(needed), the first under `value`"
            )
        }
        let numbers = try given.map { field throws(DefinitionError) in try field.decimal() }
        switch kind {
        case .number: return .number(numbers[0])
        case .derived: return .derived(numbers[0])
        case .about: return .about(numbers[0])
        case .interval:
            guard numbers[0] < numbers[1] else {
                throw row.required("high").mistake(
                    found: "an upper bound that is not above the lower one",
                    expected: "the lower bound under `value` and the upper one under `high`"
                )
            }
            return .interval(numbers[0], numbers[1])
        case .withheld: return .withheld
        case .missing: return .missing
        }
    }

    private func status(_ value: RecordValue) throws(DefinitionError) -> PublishedFigure.Status {
        guard case .text(let mark) = value.content else { return .final }
        switch mark {
        case "": return .final
        case "*": return .provisional
        case "**": return .revisedProvisional
        default:
            throw value.mistake(found: value.described, expected: "nothing, `*` or `**`")
        }
    }
}
