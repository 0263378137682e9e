/// A number as a table file writes it: digits, at most six behind a point.
struct TableNumber {
    static let mostDecimals = 6

    /// The digits as a whole number.
    let digits: Int64
    /// How many of them stand behind the point.
    let decimals: Int

    init?(_ text: String) {
        var digits: Int64 = 0
        var decimals = -1
        var count = 0
        var isNegative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: ".") where decimals < 0 && count > 0: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                count += 1
                guard count <= 15 else { return nil }
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                if decimals >= 0 { decimals += 1 }
            default: return nil
            }
        }
        guard count > 0, decimals != 0, decimals <= TableNumber.mostDecimals else { return nil }
        self.digits = isNegative ? -digits : digits
        self.decimals = max(0, decimals)
    }

    /// The number times ten to some power that is not below its decimals.
    func scaled(to decimals: Int) -> Int64 {
        (self.decimals..<decimals).reduce(digits) { value, _ in value * 10 }
    }

    /// The numbers of a list as `[12,5,3]`.
    static func list(_ text: String) -> [TableNumber]? {
        let trimmed = text.filter { $0 != " " }
        guard trimmed.hasPrefix("["), trimmed.hasSuffix("]") else { return nil }
        let inner = trimmed.dropFirst().dropLast()
        guard !inner.isEmpty else { return [] }
        var numbers: [TableNumber] = []
        for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = TableNumber(String(part)) else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
