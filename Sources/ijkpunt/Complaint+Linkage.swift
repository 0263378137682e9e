import Intake
import Linkage
import Pipeline

extension Complaint {
    /// What is wrong with a plan of linkage, or with the days of a list.
    static func linkage(_ error: LinkageError) -> Complaint {
        switch error {
        case .malformedPlan(let path, let place):
            Complaint("link.plan", 3, ["path": path, "place": place])
        case .emptyPlan(let path): Complaint("link.empty-plan", 3, ["path": path])
        case .notADay(let path, let column, let row):
            Complaint("link.not-a-day", 3, ["path": path, "column": column, "row": "\(row)"])
        }
    }

    /// Why records cannot be compared as a plan says.
    static func resemblance(_ error: ResemblanceError) -> Complaint {
        switch error {
        case .blockingFieldIsCompared(let name):
            Complaint("link.block-compared", 3, ["column": name])
        case .sidesDiffer(let name): Complaint("link.sides-differ", 3, ["column": name])
        case .tooManyPatterns(let count):
            Complaint("link.too-many-patterns", 3, ["count": "\(count)"])
        }
    }

    /// What is wrong with a list of persons.
    static func list(_ mistake: ListColumns.Mistake) -> Complaint {
        switch mistake {
        case .unreadable(let path): Complaint("link.unreadable", 3, ["path": path])
        case .columnMissing(let path, let column):
            Complaint("link.column-missing", 3, ["path": path, "column": column])
        case .fieldCount(let path, let row):
            Complaint("link.field-count", 3, ["path": path, "row": "\(row)"])
        case .malformed(let path, let row):
            Complaint("link.malformed", 3, ["path": path, "row": "\(row)"])
        }
    }
}
