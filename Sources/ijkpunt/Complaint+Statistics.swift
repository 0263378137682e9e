import Statistics

extension Complaint {
    /// What keeps a statistical method from running: usage or input.
    static func statistics(_ error: StatisticsError) -> Complaint {
        let (key, values) = parts(error)
        return Complaint("statistics.\(key)", error.isUsage ? 2 : 3, values)
    }

    private static func parts(_ error: StatisticsError) -> (String, [String: String]) {
        func list(_ names: [String]) -> String { names.joined(separator: ", ") }
        switch error {
        case .unknownMethod(let name, let known):
            return ("unknown-method", ["name": name, "known": list(known)])
        case .optionsNotAnObject: return ("options-not-an-object", [:])
        case .unknownOption(let method, let name, let known):
            return ("unknown-option", ["method": method, "name": name, "known": list(known)])
        case .badOption(let name, let expected):
            return ("bad-option", ["name": name, "expected": expected])
        case .missingTable(let name): return ("missing-table", ["name": name])
        case .unknownTable(let method, let name, let known):
            return ("unknown-table", ["method": method, "name": name, "known": list(known)])
        case .notATable(let row, let expected):
            return ("not-a-table", ["row": "\(row)", "expected": expected])
        case .missingColumn(let name, let found):
            return ("missing-column", ["name": name, "found": list(found)])
        case .notANumber(let row, let column):
            return ("not-a-number", ["row": "\(row)", "column": column])
        case .missingValue(let row, let column):
            return ("missing-value", ["row": "\(row)", "column": column])
        case .outOfRange(let row, let column, let expected):
            return ("out-of-range", ["row": "\(row)", "column": column, "expected": expected])
        case .notEnough(let what, let found, let needed):
            return ("not-enough", ["what": what, "found": "\(found)", "needed": "\(needed)"])
        case .unsuited(let expected): return ("unsuited", ["expected": expected])
        }
    }
}
