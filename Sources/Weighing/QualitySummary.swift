public import Definitions

/// *Zelfrapportage samen*: what organisations answered on one item in one year.
public struct QualitySummary: Sendable, Equatable {
    /// The item.
    public let item: String
    /// The year.
    public let year: Int
    /// How many organisations reported anything that year.
    public let organisations: Int
    /// How many of them answered this item.
    public let answered: Int
    /// The sum of numbers, or how many said yes.
    public let total: Int
    /// The share: of the whole by those who answered both, or of those who said yes or no;
    /// undefined when the item is a whole itself, or nothing was answered.
    public let share: Double?

    /// Puts answers together by year and item, in that order.
    public static func all(
        _ answers: [QualityFramework.Answer],
        framework: QualityFramework
    ) -> [QualitySummary] {
        Set(answers.map(\.year)).sorted().flatMap { year in
            let own = answers.filter { $0.year == year }
            let organisations = Set(own.map(\.organisation)).count
            return framework.items.map { item in
                let given = own.filter { $0.item == item.id }
                let total = given.reduce(0) { $0 + $1.value }
                return QualitySummary(
                    item: item.id,
                    year: year,
                    organisations: organisations,
                    answered: given.count,
                    total: total,
                    share: share(item, given, own, total)
                )
            }
        }
    }

    private static func share(
        _ item: QualityFramework.Item,
        _ given: [QualityFramework.Answer],
        _ all: [QualityFramework.Answer],
        _ total: Int
    ) -> Double? {
        switch (item.kind, item.within) {
        case (.yesNo, _): return given.isEmpty ? nil : Double(total) / Double(given.count)
        case (.count, nil): return nil
        case (.count, let whole?):
            let names = Set(given.map(\.organisation))
            let sum = all.filter { $0.item == whole && names.contains($0.organisation) }
                .reduce(0) { $0 + $1.value }
            return sum > 0 ? Double(total) / Double(sum) : nil
        }
    }
}
