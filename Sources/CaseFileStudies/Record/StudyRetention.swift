public import Definitions
public import Domain
public import Store

/// *Bewaarplan voor onderzoek*: which studies go with the records they were drawn from.
///
/// When no delivery of a study's source and half-year is left, what the study holds about files goes
/// too: consent, what was typed, codings, and the persons behind the codes. The plan and the draw stay,
/// whose codes then lead nowhere.
public struct StudyRetention: Sendable {
    /// The studies that are due, by name.
    public let due: [String]

    /// Looks which studies are due.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - definitions: the definitions their questions are read against.
    ///   - isKept: whether a delivery of a source and half-year is left.
    /// - Throws: `DefinitionError` when a question cannot be read any more, or `StoreError`.
    public init(
        _ store: DeliveryStore,
        definitions: DefinitionSet,
        isKept: (String, ReportingPeriod) -> Bool
    ) throws {
        var due: [String] = []
        // Cohorts have a colon in their names, and rest on no delivery of the store.
        for id in try store.studies() where !id.contains(":") {
            let entries = try store.studyEntries(id)
            guard entries.contains(where: { $0.subject != nil }),
                let last = entries.last(where: { $0.kind == "plan" })
            else { continue }
            let plan = try StudyJSON.value(SignedPlan.self, of: last.content).plan
            let request = try StudyRequest.read(plan.request, file: id, against: definitions)
            if !isKept(request.source, request.period) { due.append(id) }
        }
        self.due = due
    }

    /// Erases what is due; the file is written anew.
    ///
    /// - Throws: `StoreError`.
    public func apply(to store: DeliveryStore, actor: AuditActor) throws {
        for id in due {
            let event = actor.event(.erasure, ["reason": "retention", "study": id])
            try store.eraseSubjects(of: id, at: actor.now(), logging: event)
        }
    }
}
