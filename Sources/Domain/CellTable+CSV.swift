extension CellTable {
    /// The header of the table contract.
    public var csvHeader: String {
        (["period", "geography", "region"] + dimensions.map(\.name) + ["measure", "value"])
            .joined(separator: ",")
    }

    /// Appends the cells as lines of the table contract, without header, ended by LF each.
    public func appendCSV(to bytes: inout [UInt8]) {
        let periodField = Array("\(period),".utf8)
        let regionFields = regions.map {
            Array("\($0.geography.rawValue),\(CellTable.csvField($0.code)),".utf8)
        }
        let codeFields = dimensions.map {
            $0.codes.map { Array("\(CellTable.csvField($0)),".utf8) }
        }
        let measureFields = measures.map { Array("\($0.name),".utf8) }
        bytes.reserveCapacity(bytes.count + keys.count * 48)
        let radices = radices
        var places = [Int](repeating: 0, count: radices.count)
        for (key, value) in zip(keys, values) {
            var rest = key
            for place in radices.indices.reversed() {
                let radix = UInt64(radices[place])
                places[place] = Int(rest % radix)
                rest /= radix
            }
            bytes.append(contentsOf: periodField)
            bytes.append(contentsOf: regionFields[places[0]])
            for index in codeFields.indices {
                bytes.append(contentsOf: codeFields[index][places[index + 1]])
            }
            let measure = places[places.count - 1]
            bytes.append(contentsOf: measureFields[measure])
            CellTable.append(value, decimals: measures[measure].decimals, to: &bytes)
            bytes.append(0x0A)
        }
    }

    /// A number with its digits behind the point, as the table contract writes it.
    public static func text(_ value: Int64, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a number with its digits behind the point.
    static func append(_ value: Int64, decimals: Int, to bytes: inout [UInt8]) {
        var digits: [UInt8] = []
        var rest = value.magnitude
        repeat {
            digits.append(UInt8(rest % 10) + 0x30)
            rest /= 10
            if digits.count == decimals { digits.append(UInt8(ascii: ".")) }
        } while rest > 0 || (decimals > 0 && digits.count <= decimals + 1)
        if value < 0 { digits.append(UInt8(ascii: "-")) }
        bytes.append(contentsOf: digits.reversed())
    }
}
