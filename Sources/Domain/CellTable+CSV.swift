extension CellTable {
    /// The header of the table contract.
    public var csvHeader: String {
        (["period", "geography", "region"] + dimensions.map(\.name) + ["measure", "value"])
            .joined(separator: ",")
    }

    /// Appends the cells as lines of the table contract, without header, ended by LF each.
    public func appendCSV(to bytes: inout [UInt8]) {
        let regionFields = regions.map {
            Array("\(period),\($0.geography.rawValue),\(CellTable.csvField($0.code)),".utf8)
        }
        bytes.reserveCapacity(bytes.count + keys.count * 56)
        // Below its region a cell has the same fields in every region: they are put together once.
        let block = radices.dropFirst().reduce(1 as UInt64) { $0 * UInt64($1) }
        var fields = [[UInt8]](repeating: [], count: keys.isEmpty ? 0 : Int(block))
        let decimals = measures.map(\.decimals)
        var region: UInt64 = 0
        for index in keys.indices {
            while keys[index] >= (region + 1) * block { region += 1 }
            let cell = Int(keys[index] - region * block)
            if fields[cell].isEmpty { fields[cell] = fieldsBelowRegion(of: cell) }
            bytes.append(contentsOf: regionFields[Int(region)])
            bytes.append(contentsOf: fields[cell])
            CellTable.append(values[index], decimals: decimals[cell % decimals.count], to: &bytes)
            bytes.append(0x0A)
        }
    }

    /// The codes and the measure of a cell of the block, each with its comma.
    private func fieldsBelowRegion(of cell: Int) -> [UInt8] {
        var rest = cell
        var fields: [String] = []
        for radix in radices.dropFirst().reversed() {
            let place = rest % radix
            rest /= radix
            let index = dimensions.count - fields.count
            fields.append(
                index == dimensions.count
                    ? measures[place].name
                    : CellTable.csvField(dimensions[index].codes[place])
            )
        }
        return Array((fields.reversed().joined(separator: ",") + ",").utf8)
    }

    /// A number with its digits behind the point, as the table contract writes it.
    public static func text(_ value: Int64, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a number with its digits behind the point.
    static func append(_ value: Int64, decimals: Int, to bytes: inout [UInt8]) {
        var digits = InlineArray<24, UInt8>(repeating: 0)
        var used = 0
        var rest = value.magnitude
        repeat {
            digits[used] = UInt8(rest % 10) + 0x30
            used += 1
            rest /= 10
            if used == decimals {
                digits[used] = UInt8(ascii: ".")
                used += 1
            }
        } while rest > 0 || (decimals > 0 && used <= decimals + 1)
        if value < 0 {
            digits[used] = UInt8(ascii: "-")
            used += 1
        }
        while used > 0 {
            used -= 1
            bytes.append(digits[used])
        }
    }
}
