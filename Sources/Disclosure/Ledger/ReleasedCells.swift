import Domain
import Foundation

/// *Uitgebrachte cellen*: the counts of a table as an outsider has them, for the ledger.
///
/// It holds printed figures only, and cannot be made into a ``ProtectedTable`` again.
public struct ReleasedCells: Sendable, Equatable {
    /// How the numbers were made, which everybody knows.
    public enum Method: UInt8, Sendable {
        /// As they were counted.
        case exact
        /// Each leaf to one of the two multiples around it.
        case adjacent
    }

    struct Measure: Sendable, Equatable, Codable {
        let name: String
        let isCount: Bool
    }

    struct Dimension: Sendable, Equatable, Codable {
        let name: String
        let codes: [String]
        let isAdditive: Bool
    }

    struct Layout: Sendable, Equatable, Codable {
        let regions: [String]
        let dimensions: [Dimension]
        let measures: [Measure]
    }

    /// How the numbers were made.
    public let method: Method
    /// The base to a multiple of which they were rounded; 1 for exact numbers.
    public let base: Int
    let layout: Layout
    let keys: [UInt64]
    /// What is shown; `nil` is withheld.
    let values: [Int64?]

    /// Takes the cells of a table that is about to be released.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - method: how its numbers were made.
    ///   - base: the base of rounding.
    public init(_ table: ProtectedTable, method: Method, base: Int) {
        self.init(
            method: method,
            base: base,
            layout: Layout(
                regions: table.regions.map { "\($0.geography.rawValue) \($0.code)" },
                dimensions: table.dimensions.map {
                    Dimension(name: $0.name, codes: $0.codes, isAdditive: $0.isAdditive)
                },
                measures: table.measures.map { Measure(name: $0.name, isCount: $0.isCount) }
            ),
            keys: table.keys,
            values: table.values.map { value in
                if case .shown(let number) = value { number } else { nil }
            }
        )
    }

    init(method: Method, base: Int, layout: Layout, keys: [UInt64], values: [Int64?]) {
        self.method = method
        self.base = base
        self.layout = layout
        self.keys = keys
        self.values = values
    }

    /// The cells as bytes: the layout as JSON, then differences of keys and the numbers, in seven
    /// bits to a byte.
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let head = Array(try encoder.encode(layout))
        var bytes: [UInt8] = [method.rawValue]
        func put(_ number: UInt64) {
            var rest = number
            while rest >= 128 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        put(UInt64(base))
        put(UInt64(head.count))
        bytes += head
        put(UInt64(keys.count))
        var before: UInt64 = 0
        for (key, value) in zip(keys, values) {
            put(key - before)
            before = key
            // Zero is withheld; a number is one more than twice its size, and twice with a minus.
            guard let value else {
                put(0)
                continue
            }
            put(value < 0 ? value.magnitude * 2 : UInt64(value) * 2 + 1)
        }
        return bytes
    }

    /// Reads what ``bytes()`` wrote, or gives `nil`.
    public init?(_ bytes: [UInt8]) {
        var place = 1
        func number() -> UInt64? {
            var result: UInt64 = 0
            var shift: UInt64 = 0
            while place < bytes.count, shift < 63 {
                let byte = bytes[place]
                place += 1
                result |= UInt64(byte & 127) << shift
                if byte < 128 { return result }
                shift += 7
            }
            return nil
        }
        guard let first = bytes.first, let method = Method(rawValue: first),
            let base = number(), let length = number(),
            length <= UInt64(bytes.count - place)
        else { return nil }
        let end = place + Int(length)
        guard
            let layout = try? JSONDecoder().decode(Layout.self, from: Data(bytes[place..<end]))
        else { return nil }
        place = end
        guard let count = number(), count <= UInt64(bytes.count) else { return nil }
        var keys: [UInt64] = []
        var values: [Int64?] = []
        var key: UInt64 = 0
        for _ in 0..<count {
            guard let step = number(), let code = number() else { return nil }
            key += step
            keys.append(key)
            values.append(
                code == 0 ? nil : code % 2 == 1 ? Int64(code / 2) : -Int64(code / 2)
            )
        }
        guard place == bytes.count else { return nil }
        self.init(
            method: method,
            base: Int(base),
            layout: layout,
            keys: keys,
            values: values
        )
    }
}

extension ReleasedCells {
    /// How far a printed number can be from the true one.
    var reach: Int { method == .exact ? 0 : base - 1 }

    /// The leaves that count, by region and then by what they are: neither totals nor groups.
    ///
    /// - Parameter groups: for each dimension the codes that stand for sums of others.
    /// - Returns: the printed number of each leaf that is not absent; an absent one is printed as 0.
    func leaves(groups: [String: Set<String>]) -> [String: [String: Int64?]] {
        let radices = layout.dimensions.map(\.codes.count) + [layout.measures.count]
        let block = radices.reduce(1, *)
        // Names are made once for each place in a block, not for each cell.
        let names = (0..<block).map { place -> String? in
            var rest = place
            let measure = layout.measures[rest % layout.measures.count]
            guard measure.isCount else { return nil }
            rest /= layout.measures.count
            var codes: [String] = []
            for dimension in layout.dimensions.reversed() {
                let code = dimension.codes[rest % dimension.codes.count]
                rest /= dimension.codes.count
                let isSum = code == "T" || groups[dimension.name]?.contains(code) == true
                if dimension.isAdditive, isSum { return nil }
                codes.insert("\(dimension.name)=\(code)", at: 0)
            }
            return (codes + [measure.name]).joined(separator: " ")
        }
        var found: [String: [String: Int64?]] = [:]
        let hasMunicipalities = layout.regions.contains { $0.hasPrefix("gemeente ") }
        let kept = layout.regions.map { region in
            hasMunicipalities
                ? region.hasPrefix("gemeente ")
                : layout.regions.count == 1 || !region.hasPrefix("nl ")
        }
        for (key, value) in zip(keys, values) {
            let region = Int(key / UInt64(block))
            guard kept.indices.contains(region), kept[region],
                let name = names[Int(key % UInt64(block))]
            else { continue }
            found[layout.regions[region], default: [:]][name] = .some(value)
        }
        return found
    }
}
