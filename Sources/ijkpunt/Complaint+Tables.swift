import Disclosure

extension Complaint {
    /// What is wrong with tables of a user.
    static func table(_ error: TableError) -> Complaint {
        switch error {
        case .notUTF8(let path):
            Complaint("table.not-utf8", 3, ["path": path])
        case .malformedHierarchy(let place, let expected):
            Complaint("table.hierarchy", 3, ["place": place, "expected": expected])
        case .noTotalNamed(let dimension):
            Complaint("table.no-total-named", 3, ["dimension": dimension])
        case .hierarchyWithoutTotal(let dimension, let hierarchy):
            Complaint(
                "table.hierarchy-without-total",
                3,
                ["dimension": dimension, "hierarchy": "\(hierarchy)"]
            )
        case .cyclic(let dimension, let hierarchy, let ring):
            Complaint(
                "table.cyclic",
                3,
                [
                    "dimension": dimension, "hierarchy": "\(hierarchy)",
                    "ring": ring.joined(separator: " → "),
                ]
            )
        case .twoParents(let dimension, let hierarchy, let code):
            Complaint(
                "table.two-parents",
                3,
                ["dimension": dimension, "hierarchy": "\(hierarchy)", "code": code]
            )
        case .unreached(let dimension, let hierarchy, let code):
            Complaint(
                "table.unreached",
                3,
                ["dimension": dimension, "hierarchy": "\(hierarchy)", "code": code]
            )
        case .noValues(let path):
            Complaint("table.no-values", 3, ["path": path])
        case .unknownColumn(let path, let column, let known):
            Complaint(
                "table.unknown-column",
                3,
                ["path": path, "column": column, "known": known.joined(separator: ", ")]
            )
        case .repeatedColumn(let path, let column):
            Complaint("table.repeated-column", 3, ["path": path, "column": column])
        case .fieldCount(let path, let row):
            Complaint("table.field-count", 3, ["path": path, "row": "\(row)"])
        case .openQuote(let path, let row):
            Complaint("table.open-quote", 3, ["path": path, "row": "\(row)"])
        case .unknownCode(let path, let row, let dimension):
            Complaint(
                "table.unknown-code",
                3,
                ["path": path, "row": "\(row)", "dimension": dimension]
            )
        case .malformedNumber(let path, let row, let column):
            Complaint(
                "table.malformed-number",
                3,
                ["path": path, "row": "\(row)", "column": column]
            )
        case .negative(let path, let row, let cell):
            Complaint("table.negative", 3, ["path": path, "row": "\(row)", "cell": cell])
        case .unknownStatus(let path, let row):
            Complaint("table.unknown-status", 3, ["path": path, "row": "\(row)"])
        case .incompleteStatus(let path, let row, let column):
            Complaint(
                "table.incomplete-status",
                3,
                ["path": path, "row": "\(row)", "column": column]
            )
        case .notExact(let path, let row):
            Complaint("table.not-exact", 3, ["path": path, "row": "\(row)"])
        case .repeatedCell(let path, let row, let cell):
            Complaint("table.repeated-cell", 3, ["path": path, "row": "\(row)", "cell": cell])
        case .differsBetweenFiles(let cell, let first, let second):
            Complaint("table.differs", 3, ["cell": cell, "first": first, "second": second])
        case .missingTotal(let relation):
            Complaint("table.missing-total", 3, ["relation": relation])
        case .notAdditive(let dimension, let relation, let broken, let checked):
            Complaint(
                "table.not-additive",
                3,
                [
                    "dimension": dimension, "relation": relation, "broken": "\(broken)",
                    "checked": "\(checked)",
                ]
            )
        case .contradiction(let relation, let partsAreMore):
            Complaint(
                partsAreMore ? "table.parts-exceed-total" : "table.parts-fall-short",
                3,
                ["relation": relation]
            )
        case .tooLarge: Complaint("table.too-large", 3)
        }
    }

    /// Why tables cannot be made into a cube.
    static func cube(_ error: CubeError) -> Complaint {
        switch error {
        case .notCounts: Complaint("cube.not-counts", 3)
        case .frozenSum(let cell): Complaint("cube.frozen-sum", 3, ["cell": cell])
        case .doesNotAddUp(let relation):
            Complaint("cube.does-not-add-up", 1, ["relation": relation])
        case .malformedRounding(let path, let row):
            Complaint("cube.malformed-rounding", 3, ["path": path, "row": "\(row)"])
        }
    }

    /// Why a ledger cannot be used.
    static func ledger(_ error: LedgerError) -> Complaint {
        switch error {
        case .damaged(let path, let line):
            Complaint("ledger.damaged", 4, ["path": path, "line": "\(line)"])
        case .unwritable(let field): Complaint("ledger.unwritable", 2, ["field": field])
        case .unreadable(let vintage, _):
            Complaint("ledger.unreadable", 3, ["vintage": "\(vintage)"])
        }
    }
}
