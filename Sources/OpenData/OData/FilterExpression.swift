/// *Filter*: what a row must satisfy, as read from `$filter` and not yet tied to any columns.
indirect enum FilterExpression: Sendable, Equatable {
    /// A side of a comparison, with the place where it stands in the text.
    struct Operand: Sendable, Equatable {
        enum Content: Sendable, Equatable {
            case column(String)
            case text(String)
            case number(Double)
            case null
        }

        let content: Content
        let place: Int
    }

    /// How two operands are compared.
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "eq"
        case notEqual = "ne"
        case less = "lt"
        case lessOrEqual = "le"
        case greater = "gt"
        case greaterOrEqual = "ge"

        /// The same comparison with its sides changed.
        var mirrored: Comparison {
            switch self {
            case .equal, .notEqual: self
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            }
        }

        /// Whether it holds between values in this order.
        func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
            switch self {
            case .equal: left == right
            case .notEqual: left != right
            case .less: left < right
            case .lessOrEqual: left <= right
            case .greater: left > right
            case .greaterOrEqual: left >= right
            }
        }
    }

    /// A function on two texts that holds or does not.
    enum Function: String, Sendable, CaseIterable {
        /// Version 3: the second text holds the first.
        case substringOf = "substringof"
        /// Version 4: the first text holds the second.
        case contains
        /// The first text begins with the second.
        case startsWith = "startswith"
        /// The first text ends with the second.
        case endsWith = "endswith"

        /// Whether it holds for two texts.
        func holds(_ first: String, _ second: String) -> Bool {
            switch self {
            case .substringOf: second.contains(first)
            case .contains: first.contains(second)
            case .startsWith: first.hasPrefix(second)
            case .endsWith: first.hasSuffix(second)
            }
        }

        /// The functions a dialect has.
        static func offered(_ dialect: ODataDialect) -> [Function] {
            switch dialect {
            case .v3: [.substringOf, .startsWith, .endsWith]
            case .v4: [.contains, .startsWith, .endsWith]
            }
        }
    }

    case any([FilterExpression])
    case all([FilterExpression])
    case not(FilterExpression)
    case compare(Operand, Comparison, Operand)
    case function(Function, Operand, Operand)
}
