public import Domain

extension PublishedSeries {
    /// The record of the series, as `published/<id>.yaml` holds it.
    public var yaml: String {
        func scalar(_ text: String) -> String {
            // Double quotes take any text, with two signs escaped (YAML 1.2, 7.3.1).
            var quoted = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": quoted += " "
                default: quoted.unicodeScalars.append(scalar)
                }
            }
            return quoted + "\""
        }
        func both(_ key: String, _ text: LocalizedText) -> String {
            "\(key):\n  nl: \(scalar(text.nl))\n  en: \(scalar(text.en))\n"
        }
        var text = "id: \(scalar(id))\n" + both("title", title) + "unit: \(unit.rawValue)\n"
        text += both("unit-label", unitLabel) + both("source", source)
        if let tableID { text += "table: \(scalar(tableID))\n" }
        text += both("definition", definition) + both("does-not-say", doesNotSay)
        if let caution { text += both("caution", caution) }
        text += "items:\n"
        for item in items {
            text += "  - code: \(scalar(item.code))\n    label:\n"
            text += "      nl: \(scalar(item.label.nl))\n      en: \(scalar(item.label.en))\n"
        }
        return text
    }

    /// The figures of the series, as `published/<id>.csv` holds them.
    public var csv: String {
        var text = "period,item,kind,value,high,status\n"
        for figure in figures {
            let (kind, value, high) = PublishedSeries.fields(figure.value)
            let item =
                figure.item.contains { ",\"\n\r".contains($0) }
                ? "\"" + figure.item.replacing("\"", with: "\"\"") + "\"" : figure.item
            text += "\(figure.period),\(item),\(kind),\(value),\(high),\(figure.status.mark)\n"
        }
        return text
    }

    private static func fields(
        _ value: PublishedFigure.Value
    ) -> (kind: String, value: String, high: String) {
        func number(_ value: Double) -> String {
            value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
        }
        return switch value {
        case .number(let value): ("number", number(value), "")
        case .derived(let value): ("derived", number(value), "")
        case .about(let value): ("about", number(value), "")
        case .interval(let low, let high): ("interval", number(low), number(high))
        case .withheld: ("withheld", "", "")
        case .missing: ("missing", "", "")
        }
    }
}
