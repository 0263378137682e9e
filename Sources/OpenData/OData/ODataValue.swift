import Domain

/// A value of a property of an entity.
enum ODataValue: Sendable, Equatable {
    case text(String)
    case integer(Int64)
    /// A number times ten to its decimals.
    case decimal(Int64, Int)
    case flag(Bool)
    case null

    /// Appends the value as JSON; a number keeps its digits, also where they are zero.
    func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): JSONText.append(text, to: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number, let decimals):
            bytes.append(contentsOf: CellTable.text(number, decimals: decimals).utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
    }

    /// The value as a number to compare with, or `nil` where it is none.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number, let decimals):
            (0..<decimals).reduce(Double(number)) { number, _ in number / 10 }
        case .text, .flag, .null: nil
        }
    }
}
