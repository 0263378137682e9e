import Foundation

/// *Bevolking*: inhabitants aged 0–17 on 1 January, by year and municipality, as given by the user.
///
/// CSV with the header `year,gm_code,population_0_17`.
public struct PopulationTable: Sendable {
    private let numbers: [Int: [String: Int]]

    /// Reads a table.
    ///
    /// - Throws: ``IndicatorError/populationMalformed(path:line:)`` with the first bad line.
    public init(csv text: String, path: String) throws(IndicatorError) {
        var numbers: [Int: [String: Int]] = [:]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, raw) in lines.enumerated() {
            let line = raw.last == "\r" ? raw.dropLast() : raw
            if line.isEmpty, index == lines.count - 1 { continue }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            if index == 0 {
                guard fields == ["year", "gm_code", "population_0_17"] else {
                    throw .populationMalformed(path: path, line: 1)
                }
                continue
            }
            guard fields.count == 3, let year = Int(fields[0]), let number = Int(fields[2]),
                number >= 0, fields[1].count == 6, fields[1].hasPrefix("GM"),
                fields[1].utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) }),
                numbers[year]?[String(fields[1])] == nil
            else { throw .populationMalformed(path: path, line: index + 1) }
            numbers[year, default: [:]][String(fields[1])] = number
        }
        self.numbers = numbers
    }

    /// The years of which there are any, ascending.
    var years: [Int] { numbers.keys.sorted() }

    /// The municipalities of a year with their inhabitants, by code.
    func inhabitants(in year: Int) -> [(code: String, number: Int)] {
        (numbers[year] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
