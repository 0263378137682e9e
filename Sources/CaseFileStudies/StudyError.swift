/// What keeps a study from going on.
public enum StudyError: Error, Equatable, Sendable {
    /// There is no plan of this name.
    case unknownStudy(id: String, known: [String])
    /// The study was drawn already, so that its plan cannot change and it cannot be drawn again.
    case alreadyDrawn(id: String)
    /// The study was not drawn yet.
    case notDrawn(id: String)
    /// The records in the store are not those the plan was made on.
    case frameChanged(id: String)
    /// The instrument is not the one the study began with.
    case instrumentChanged(id: String, instrument: String, version: Int)
    /// The plan in the store carries no signature of the store.
    case unsignedPlan(id: String)
    /// There are no deliveries to draw from.
    case noDeliveries(source: String, period: String)
    /// The plan asks for more than the frame has.
    case notEnough(what: String, found: Int, needed: Int)
    /// A file of the user cannot be read.
    case unreadable(path: String)
    /// A cell of a file of the user is not what it must be.
    case badCell(path: String, row: Int, column: String, expected: String)
    /// A file of the user lacks a column.
    case missingColumn(path: String, column: String, found: [String])
    /// What was entered before says something else.
    case conflict(path: String, row: Int, column: String)
    /// The study has no second phase, or had it already.
    case noSecondPhase(id: String)
    /// The study has a second phase that was not drawn yet.
    case secondPhaseNeeded(id: String)
    /// A file cannot be replaced.
    case noReplacement(file: String)
    /// Somebody else wrote to the study in the meantime.
    case overtaken(id: String)
}
