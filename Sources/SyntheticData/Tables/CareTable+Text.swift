extension CareTable {
    /// The table as CSV: one column to a dimension, and `value`.
    public var csv: [UInt8] {
        var bytes = Array((axes.map(\.name) + ["value"]).joined(separator: ",").utf8) + [0x0A]
        let codes = axes.map { $0.codes.map { Array(($0 + ",").utf8) } }
        for (index, value) in values.enumerated() {
            var rest = index
            var fields: [[UInt8]] = []
            for axis in axes.indices.reversed() {
                fields.append(codes[axis][rest % codes[axis].count])
                rest /= codes[axis].count
            }
            for field in fields.reversed() { bytes.append(contentsOf: field) }
            bytes.append(contentsOf: Array("\(value)\n".utf8))
        }
        return bytes
    }

    /// Its hierarchies as JSON.
    public var hierarchy: [UInt8] {
        let dimensions = axes.map { axis in
            let hierarchies = axis.hierarchies.map { branches in
                "{"
                    + branches.map { branch in
                        "\"\(axis.codes[branch.parent])\": ["
                            + branch.children.map { "\"\(axis.codes[$0])\"" }
                            .joined(separator: ", ") + "]"
                    }.joined(separator: ", ") + "}"
            }
            return "\"\(axis.name)\": {\"total\": \"\(axis.codes[0])\", \"hierarchies\": ["
                + hierarchies.joined(separator: ",\n    ") + "]}"
        }
        return Array(
            ("{\"dimensions\": {\n  " + dimensions.joined(separator: ",\n  ") + "}}\n").utf8
        )
    }
}
