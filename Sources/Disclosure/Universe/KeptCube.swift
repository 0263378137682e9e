import Definitions
import Domain

/// *Bewaarde kubus*: what every leaf was counted and printed as in earlier vintages.
///
/// It holds true counts, so it never leaves the store, where it lies under seal.
public struct KeptCube: Sendable, Equatable {
    /// The cells of one level or table of one period.
    struct Cells: Sendable, Equatable {
        /// The areas.
        var areas: [String] = []
        /// The kinds.
        var kinds: [String] = []
        /// Area, kind, true count and printed number of each, areas ascending.
        var rows: [Row] = []
    }

    /// One cell.
    struct Row: Sendable, Equatable {
        let area: Int32
        let kind: Int32
        let value: Int32
        let printed: Int32
    }

    /// The cells by the name of what they are.
    private(set) var cells: [String: Cells] = [:]

    /// Keeps nothing.
    public init() {}

    /// The names of what is kept, in order.
    public var names: [String] { cells.keys.sorted() }

    /// Takes over what another has kept; where both have the same, that of the other.
    public mutating func merge(_ other: KeptCube) {
        cells.merge(other.cells) { $1 }
    }

    mutating func keep(_ own: Cells, as name: String) { cells[name] = own }

    /// What was printed of cells that have not changed, by area and kind.
    ///
    /// A municipality that came out of a merger has not changed where it counts what its parts
    /// counted together; it is then printed as the sum of what they were printed as.
    ///
    /// - Parameters:
    ///   - name: what the cells are.
    ///   - areas: the areas as they are now.
    ///   - kinds: the kinds as they are now.
    ///   - reference: where municipalities went.
    ///   - year: the year of the boundaries now.
    /// - Returns: the earlier count and printed number by area × number of kinds + kind.
    func earlier(
        _ name: String,
        areas: [String],
        kinds: [String],
        reference: RegionReference,
        year: Int
    ) -> [Int: (value: Int32, printed: Int32)] {
        guard let own = cells[name] else { return [:] }
        let areaNumbers = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
        let kindNumbers = Dictionary(kinds.enumerated().map { ($1, $0) }) { first, _ in first }
        let targets = own.areas.map { area -> Int? in
            if let same = areaNumbers[area] { return same }
            let parts = reference.municipalities(overlapping: area, in: year)
            return parts.count == 1 ? areaNumbers[parts[0]] : nil
        }
        var found: [Int: (value: Int32, printed: Int32)] = [:]
        for row in own.rows {
            guard let area = targets[Int(row.area)],
                let kind = kindNumbers[own.kinds[Int(row.kind)]]
            else { continue }
            let place = area * kinds.count + kind
            let before = found[place] ?? (0, 0)
            found[place] = (before.value + row.value, before.printed + row.printed)
        }
        return found
    }
}

extension KeptCube {
    /// What is kept under a name, as bytes: lengths and numbers in seven bits to a byte.
    public func bytes(of name: String) -> [UInt8] {
        guard let own = cells[name] else { return [] }
        var bytes: [UInt8] = []
        func put(_ number: Int) {
            var rest = UInt64(number)
            while rest >= 128 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        for list in [own.areas, own.kinds] {
            put(list.count)
            for text in list {
                put(text.utf8.count)
                bytes += Array(text.utf8)
            }
        }
        put(own.rows.count)
        for row in own.rows {
            for number in [row.area, row.kind, row.value, row.printed] { put(Int(number)) }
        }
        return bytes
    }

    /// Takes in what ``bytes(of:)`` wrote.
    ///
    /// - Returns: whether the bytes could be read; nothing is taken in where not.
    public mutating func read(_ bytes: [UInt8], as name: String) -> Bool {
        var place = 0
        func number() -> Int? {
            var result: UInt64 = 0
            var shift: UInt64 = 0
            while place < bytes.count, shift < 56 {
                let byte = bytes[place]
                place += 1
                result |= UInt64(byte & 127) << shift
                if byte < 128 { return Int(result) }
                shift += 7
            }
            return nil
        }
        func texts() -> [String]? {
            guard let count = number(), count <= bytes.count else { return nil }
            var texts: [String] = []
            for _ in 0..<count {
                guard let length = number(), place + length <= bytes.count else { return nil }
                texts.append(String(decoding: bytes[place..<place + length], as: UTF8.self))
                place += length
            }
            return texts
        }
        guard let areas = texts(), let kinds = texts(), let count = number(), count <= bytes.count
        else { return false }
        var own = Cells(areas: areas, kinds: kinds)
        for _ in 0..<count {
            guard let area = number(), let kind = number(), let value = number(),
                let printed = number(), area < areas.count, kind < kinds.count,
                value <= Int(Int32.max), printed <= Int(Int32.max)
            else { return false }
            own.rows.append(
                Row(
                    area: Int32(area),
                    kind: Int32(kind),
                    value: Int32(value),
                    printed: Int32(printed)
                )
            )
        }
        guard place == bytes.count else { return false }
        cells[name] = own
        return true
    }
}
