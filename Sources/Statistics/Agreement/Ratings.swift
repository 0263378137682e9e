/// What raters said of units, some of it missing.
public struct Ratings: Sendable, Equatable {
    /// The categories, in the order that weights see them.
    public let categories: [String]

    /// For each unit and rater the place of the category; `nil` when the unit was not rated.
    public let cells: [[Int?]]

    /// How many raters.
    public let raters: Int

    /// How many units at least one rater rated.
    public var units: Int { cells.count }

    /// Ratings by unit, then rater; units that nobody rated are left out.
    ///
    /// - `categories`: all categories that could be chosen; those not chosen count for
    ///   weights and chance agreement. `nil` for those chosen: numbers by size, else texts by
    ///   spelling.
    /// - Throws: ``StatisticsError`` when there are fewer than two raters or no ratings, or a rating
    ///   that is no category.
    public init(
        _ ratings: [[String?]],
        categories: [String]? = nil
    ) throws(StatisticsError) {
        raters = ratings.first?.count ?? 0
        guard raters > 1 else { throw .notEnough(what: "raters", found: raters, needed: 2) }
        let known = categories ?? Self.found(in: ratings)
        guard !known.isEmpty else { throw .notEnough(what: "ratings", found: 0, needed: 2) }
        self.categories = known
        let places = Dictionary(
            known.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var cells: [[Int?]] = []
        for unit in ratings {
            var row: [Int?] = []
            for rating in unit {
                guard let rating else {
                    row.append(nil)
                    continue
                }
                guard let place = places[rating] else {
                    throw .unsuited(expected: "ratings from the list of categories")
                }
                row.append(place)
            }
            if row.contains(where: { $0 != nil }) { cells.append(row) }
        }
        self.cells = cells
    }

    private static func found(in ratings: [[String?]]) -> [String] {
        let all = Set(ratings.flatMap { $0.compactMap { $0 } })
        let numbers = all.compactMap(DataTable.number)
        guard numbers.count == all.count else { return all.sorted() }
        return all.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }

    /// The number that each category stands for: itself when all are numbers, else its place from 1.
    public var scores: [Double] {
        let numbers = categories.compactMap(DataTable.number)
        if numbers.count == categories.count { return numbers }
        return categories.indices.map { Double($0 + 1) }
    }

    /// For each unit how many raters chose each category.
    var counts: [[Double]] {
        cells.map { unit in
            var counts = Array(repeating: 0.0, count: categories.count)
            for case let place? in unit { counts[place] += 1 }
            return counts
        }
    }

    /// The ratings of two of the raters.
    func pair(_ first: Int, _ second: Int) -> Ratings {
        Ratings(categories: categories, cells: cells.map { [$0[first], $0[second]] }, raters: 2)
    }

    init(categories: [String], cells: [[Int?]], raters: Int) {
        self.categories = categories
        self.cells = cells
        self.raters = raters
    }
}
