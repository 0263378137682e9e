import Domain

/// A delivery as rows of named texts, for twins that look at nothing but the texts.
struct PlainFile: Sendable {
    /// The source, as `veiligthuis`.
    let source: String
    /// The holder.
    let holder: String
    /// The half-year.
    let period: ReportingPeriod
    /// The rows, each a text by column name; identical ones once.
    let rows: [[String: String]]
    /// The file as it is delivered.
    let text: String

    /// Reads a file of `;` between fields and no quotes.
    init?(source: String, text: String) {
        let lines = text.split(separator: "\n").map(String.init)
        func fields(_ line: String) -> [String] {
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first.map(fields), lines.count > 1 else { return nil }
        var rows: [[String: String]] = []
        var seen: Set<String> = []
        for line in lines.dropFirst() where seen.insert(line).inserted {
            let values = fields(line)
            rows.append(
                Dictionary(
                    uniqueKeysWithValues: names.indices.map { index in
                        (names[index], index < values.count ? values[index] : "")
                    }
                )
            )
        }
        let holder = rows[0]["organisatie"] ?? rows[0]["centrum"] ?? rows[0]["aanbieder"]
        guard let holder, let period = ReportingPeriod(rows[0]["verslagperiode"] ?? "") else {
            return nil
        }
        self.source = source
        self.holder = holder
        self.period = period
        self.rows = rows
        self.text = text
    }
}

extension [PlainFile] {
    /// The file that counts for each holder of a source and half-year: the one received last.
    func latest(_ source: String, _ period: ReportingPeriod) -> [PlainFile] {
        let own = filter { $0.source == source && $0.period == period }
        return Set(own.map(\.holder)).sorted().compactMap { holder in
            own.last { $0.holder == holder }
        }
    }

    /// The half-years of a source.
    func periods(of source: String) -> [ReportingPeriod] {
        Set(filter { $0.source == source }.map(\.period)).sorted()
    }
}
