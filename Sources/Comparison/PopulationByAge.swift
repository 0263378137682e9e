public import Definitions

/// *Bevolking naar leeftijd en geslacht*: inhabitants by municipality, age class and sex.
///
/// A public table of others, given by whoever publishes: `year,gm_code,age,sex,population`, one line
/// to a year of age. It is a denominator and holds nothing of a delivery.
public struct PopulationByAge: Sendable, Equatable {
    /// A group of inhabitants.
    public struct Group: Hashable, Sendable {
        /// The age class, as `4-11`.
        public let age: String
        /// The sex, `V` or `M`.
        public let sex: String

        /// Creates a group.
        public init(age: String, sex: String) {
            self.age = age
            self.sex = sex
        }
    }

    private let numbers: [Int: [String: [Group: Int]]]

    /// The header of the table.
    public static let header = "year,gm_code,age,sex,population"

    /// Reads a table.
    ///
    /// - Throws: ``ComparisonError/populationMalformed(path:line:)`` with the first bad line.
    public init(
        csv text: String,
        path: String,
        breakdowns: BreakdownDefinitions
    ) throws(ComparisonError) {
        var numbers: [Int: [String: [Group: Int]]] = [:]
        var seen: Set<String> = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, raw) in lines.enumerated() {
            let line = raw.last == "\r" ? raw.dropLast() : raw
            if line.isEmpty, index == lines.count - 1, index > 0 { continue }
            if index == 0 {
                guard line == PopulationByAge.header else {
                    throw .populationMalformed(path: path, line: 1)
                }
                continue
            }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 5, let year = Int(fields[0]), (1900...2200).contains(year),
                fields[1].utf8.count == 6, fields[1].hasPrefix("GM"),
                let age = Int(fields[2]), (0...120).contains(age),
                fields[3] == "V" || fields[3] == "M",
                let number = Int(fields[4]), number >= 0,
                seen.insert(line.split(separator: ",").dropLast().joined(separator: ",")).inserted
            else { throw .populationMalformed(path: path, line: index + 1) }
            let known = breakdowns.ageClasses.last { $0.from <= age && age <= ($0.to ?? 120) }
            guard let known else { continue }
            let group = Group(age: known.code, sex: String(fields[3]))
            numbers[year, default: [:]][String(fields[1]), default: [:]][group, default: 0] +=
                number
        }
        self.numbers = numbers
    }

    /// The municipalities of a year, by code.
    public func municipalities(in year: Int) -> [String] { (numbers[year] ?? [:]).keys.sorted() }

    /// The inhabitants of a municipality in a group; `nil` where the table has no such municipality.
    public func inhabitants(_ code: String, _ group: Group, in year: Int) -> Int? {
        numbers[year]?[code].map { $0[group] ?? 0 }
    }

    /// The inhabitants of the country in a group.
    public func inhabitants(_ group: Group, in year: Int) -> Int {
        (numbers[year] ?? [:]).values.reduce(0) { $0 + ($1[group] ?? 0) }
    }
}
