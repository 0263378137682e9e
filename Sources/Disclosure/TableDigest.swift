import Crypto
public import Domain

/// The SHA-256 of a protected table: what it is, how it is laid out, and every figure.
public enum TableDigest {
    /// The digest of a table that was read back, in the same digits as ``ProtectedTable/digest()``.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - period: the period.
    ///   - unit: what is counted.
    ///   - profile: the profile by which it was protected.
    ///   - layout: the regions, dimensions and measures.
    ///   - cells: the packed keys ascending, and what is shown.
    /// - Returns: 64 hexadecimal digits.
    public static func text(
        indicator: String,
        period: Period,
        unit: UnitOfCount,
        profile: String,
        layout: CellLayout,
        cells: some Sequence<(key: UInt64, value: ProtectedTable.Value)>
    ) -> String {
        var lines = [
            "table", indicator, period.description, unit.rawValue, profile, "regions",
        ]
        lines += layout.regions.map { "\($0.geography.rawValue) \($0.code)" }
        for dimension in layout.dimensions {
            lines += ["dimension", dimension.name, "\(dimension.isAdditive)"] + dimension.codes
        }
        for measure in layout.measures {
            lines += ["measure", measure.name, "\(measure.decimals)", "\(measure.isCount)"]
        }
        var hasher = SHA256()
        hasher.update(data: Array((lines.joined(separator: "\n") + "\n").utf8))
        var buffer: [UInt8] = []
        func put(_ number: UInt64) {
            for shift in 0..<8 { buffer.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
        }
        for (key, value) in cells {
            put(key)
            switch value {
            case .shown(let number):
                buffer.append(1)
                put(UInt64(bitPattern: number))
            case .suppressed: buffer.append(0)
            }
            if buffer.count > 1 << 16 {
                hasher.update(data: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        hasher.update(data: buffer)
        return hexadecimal(Array(hasher.finalize()))
    }
}

extension ProtectedTable {
    /// The SHA-256 of the table: what it is, how it is laid out, and every figure.
    public func digest() -> String {
        TableDigest.text(
            indicator: indicator,
            period: period,
            unit: unit,
            profile: profile,
            layout: layout,
            cells: zip(keys, values).lazy.map { (key: $0, value: $1) }
        )
    }
}
