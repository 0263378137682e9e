/// *Bewaarde afronding*: what each leaf was printed as, for the next vintage.
///
/// A leaf is known by a keyed mark of its name and true number, so that the file tells neither the
/// cell nor its count to whoever lacks the key, and an unchanged leaf is found by its mark alone.
public struct KeptRounding: Sendable, Equatable {
    /// The printed number by mark.
    public let printed: [String: Int]

    init(printed: [String: Int]) {
        self.printed = printed
    }

    /// Reads what ``csv`` wrote.
    ///
    /// - Throws: ``CubeError/malformedRounding(path:row:)``.
    public init(csv: [UInt8], path: String) throws(CubeError) {
        var rows = TableRows(csv)
        var fields: [String] = []
        var printed: [String: Int] = [:]
        guard rows.next(into: &fields), fields == ["mark", "printed"] else {
            throw .malformedRounding(path: path, row: 1)
        }
        while rows.next(into: &fields) {
            guard fields.count == 2, fields[0].utf8.count == 24, let number = Int(fields[1]),
                printed.updateValue(number, forKey: fields[0]) == nil
            else { throw .malformedRounding(path: path, row: rows.row) }
        }
        self.printed = printed
    }

    /// The rounding as CSV, in the order of the marks, which says nothing about the cells.
    public var csv: [UInt8] {
        var bytes = Array("mark,printed\n".utf8)
        for (mark, number) in printed.sorted(by: { $0.key < $1.key }) {
            bytes.append(contentsOf: Array("\(mark),\(number)\n".utf8))
        }
        return bytes
    }
}
