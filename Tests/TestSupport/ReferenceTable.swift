import Definitions
import Domain

/// A table of the reference engine: for each cell the list of what it counts.
struct ReferenceTable {
    let period: Period
    let regions: RegionReference
    let boundaries: Int
    private var amounts: [String: [Int]] = [:]
    private var rates: [String: Int] = [:]
    private var placements: [String: [String]] = [:]

    init(period: Period, regions: RegionReference, boundaries: Int) {
        self.period = period
        self.regions = regions
        self.boundaries = boundaries
    }

    /// Adds to a cell, named by its fields without period and value.
    mutating func add(_ cell: String, _ amount: Int) {
        amounts[cell, default: []].append(amount)
    }

    /// Counts at every region of a municipality and every choice of one code from each place.
    mutating func count(
        _ measure: String,
        at municipality: String,
        _ places: [[String]],
        amount: Int = 1
    ) {
        var choices: [[String]] = [[]]
        for place in places {
            choices = choices.flatMap { choice in place.map { choice + [$0] } }
        }
        for region in regionsOf(municipality) {
            for choice in choices {
                add(([region] + choice + [measure]).joined(separator: ","), amount)
            }
        }
    }

    /// Adds `per_1000`, one decimal, half up, where there are youths and a population.
    mutating func addRates() {
        for (cell, numbers) in amounts where cell.hasSuffix(",youths") {
            let place = cell.dropLast("youths".count)
            let inhabitants = amounts[place + "population", default: []].reduce(0, +)
            guard inhabitants > 0 else { continue }
            let youths = numbers.count
            let whole = youths * 10_000 / inhabitants
            let rest = youths * 10_000 % inhabitants
            rates[place + "per_1000"] = rest * 2 >= inhabitants ? whole + 1 : whole
        }
    }

    /// Adds one count in per cent of another, one decimal, half up.
    mutating func addPercent(_ name: String, of numerator: String, by denominator: String) {
        for cell in amounts.keys where cell.hasSuffix("," + denominator) {
            let place = cell.dropLast(denominator.count)
            let all = sum(cell)
            let part = sum(place + numerator)
            rates[place + name] = part * 1_000 / all + (part * 1_000 % all * 2 >= all ? 1 : 0)
        }
    }

    /// Adds the same at equal ages: each class weighs as it does among all of the region.
    ///
    /// Cells are region, referrer, age.
    mutating func addStandardised(_ name: String, of numerator: String, by denominator: String) {
        for cell in amounts.keys where cell.hasSuffix(",T," + denominator) {
            let group = cell.dropLast(("T," + denominator).count)
            let fields = group.split(separator: ",", omittingEmptySubsequences: false)
            let region = fields.dropLast(2).joined(separator: ",")
            var sum = 0
            var weights = 0
            var isDefined = true
            for age in ["0-3", "4-11", "12-17", "18-22", "23+"] {
                let weight = self.sum("\(region),T,\(age),\(denominator)")
                guard weight > 0 else { continue }
                let all = self.sum("\(group)\(age),\(denominator)")
                guard all > 0 else {
                    isDefined = false
                    break
                }
                let part = self.sum("\(group)\(age),\(numerator)") * weight * 1_000_000
                sum += part / all + (part % all * 2 >= all ? 1 : 0)
                weights += weight
            }
            guard isDefined, weights > 0 else { continue }
            let whole = weights * 1_000_000
            rates["\(group)T,\(name)"] =
                sum * 1_000 / whole + (sum * 1_000 % whole * 2 >= whole ? 1 : 0)
        }
    }

    private func sum(_ cell: some StringProtocol) -> Int {
        amounts[String(cell), default: []].reduce(0, +)
    }

    /// The lines of the table contract, in byte order.
    var lines: [String] {
        var found: [String] = []
        for (cell, numbers) in amounts {
            let value: String
            if cell.hasSuffix(",mean_days") || cell.hasSuffix(",satisfaction_mean") {
                value = ReferenceTable.mean(numbers)
            } else if cell.hasSuffix(",median_days") {
                value = ReferenceTable.median(numbers)
            } else {
                let sum = numbers.reduce(0, +)
                guard sum != 0 else { continue }
                value = String(sum)
            }
            found.append("\(period),\(cell),\(value)")
        }
        for (cell, tenths) in rates where tenths != 0 {
            found.append("\(period),\(cell),\(ReferenceTable.decimal(tenths))")
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The mean, one decimal, half up.
    private static func mean(_ numbers: [Int]) -> String {
        let sum = numbers.reduce(0, +) * 10
        let whole = sum / numbers.count
        return decimal(sum % numbers.count * 2 >= numbers.count ? whole + 1 : whole)
    }

    /// The middle value, or the mean of the two middle ones.
    private static func median(_ numbers: [Int]) -> String {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return decimal(sorted[middle] * 10) }
        return decimal((sorted[middle - 1] + sorted[middle]) * 5)
    }

    private static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    private mutating func regionsOf(_ municipality: String) -> [String] {
        if let known = placements[municipality] { return known }
        let placement = regions.placement(of: municipality, boundaries: boundaries)
        let found = Geography.allCases.map { geography in
            guard geography != .country else { return "nl,NL01" }
            let code = placement[geography] ?? "U"
            return "\(geography.rawValue),\(code.contains(",") ? "\"\(code)\"" : code)"
        }
        placements[municipality] = found
        return found
    }
}
