import CaseFileStudies
public import Definitions
public import Store

/// *Cohorttafel*: keeps a cohort in the store, each step once, sealed and in the audit log.
///
/// A participant is one entry under its own code, and so is everything about them: to erase
/// somebody takes all of it away.
public struct CohortDesk: Sendable {
    private struct Plan: Codable {
        let request: String
        let questionnaires: [String: String]
    }
    private struct Enrolment: Codable {
        let seed: String
        let naming: String
    }
    private struct Erased: Codable {
        let code: String
        let mark: String
    }

    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor

    /// Creates the desk for whoever works at it.
    public init(store: DeliveryStore, definitions: DefinitionSet, actor: AuditActor) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
    }

    /// Keeps the plan; a plan may be replaced until somebody entered.
    ///
    /// - Parameters:
    ///   - request: the plan.
    ///   - text: the plan as it was written, YAML.
    /// - Throws: ``CohortError/alreadyEnrolled(id:)``.
    public func keep(_ request: CohortRequest, text: String) throws {
        let entries = try store.studyEntries(CohortDesk.place(request.id))
        guard !entries.contains(where: { $0.kind == "enrolment" }) else {
            throw CohortError.alreadyEnrolled(id: request.id)
        }
        let plan = Plan(request: text, questionnaires: canonical(request))
        try append(
            request.id,
            "plan",
            [NewStudyEntry(kind: "plan", content: StudyJSON.bytes(plan))],
            after: entries.last?.number ?? 0
        )
    }

    /// Keeps who entered.
    public func keep(_ entrants: [EnrolmentTable.Entrant], seed: String, of state: CohortState)
        throws
    {
        let enrolment = Enrolment(seed: seed, naming: CohortStudies.naming)
        var entries = [
            NewStudyEntry(kind: "enrolment", content: try StudyJSON.bytes(enrolment))
        ]
        for entrant in entrants {
            entries.append(
                NewStudyEntry(
                    kind: "participant",
                    subject: entrant.participant.code,
                    content: try StudyJSON.bytes(entrant.participant)
                )
            )
        }
        try append(state.request.id, "enrolment", entries, after: state.last)
    }

    /// Keeps answers on taking part.
    public func keep(_ contacts: [SafeContact], of state: CohortState) throws {
        let entries = try contacts.map {
            NewStudyEntry(
                kind: "contact",
                subject: $0.participant,
                content: try StudyJSON.bytes($0)
            )
        }
        try append(state.request.id, "contact", entries, after: state.last)
    }

    /// Keeps measurements.
    public func keep(_ measurements: [Measurement], of state: CohortState) throws {
        let entries = try measurements.map {
            NewStudyEntry(
                kind: "measurement",
                subject: $0.participant,
                content: try StudyJSON.bytes($0)
            )
        }
        try append(state.request.id, "measurement", entries, after: state.last)
    }

    /// Takes everything about a participant away.
    ///
    /// What stays is the mark of the case, so that a report that is given again does not make them
    /// enter anew.
    ///
    /// - Throws: ``CohortError/unknownParticipant(id:participant:)``.
    public func erase(_ code: String, from state: CohortState) throws {
        guard let participant = state.participants.first(where: { $0.code == code }),
            !state.erased.contains(code)
        else { throw CohortError.unknownParticipant(id: state.request.id, participant: code) }
        let erased = Erased(code: code, mark: participant.mark)
        try store.eraseFromStudy(
            CohortDesk.place(state.request.id),
            subject: code,
            leaving: NewStudyEntry(kind: "erased", content: StudyJSON.bytes(erased)),
            at: actor.now(),
            logging: actor.event(.erasure, ["study": state.request.id, "entry": "participant"])
        )
    }

    /// The state of a cohort.
    ///
    /// - Throws: ``CohortError``, `StudyError` or `StoreError`.
    public func state(_ id: String) throws -> CohortState {
        let entries = try store.studyEntries(CohortDesk.place(id))
        guard let last = entries.last(where: { $0.kind == "plan" }) else {
            throw CohortError.unknown(id: id, known: try known())
        }
        let plan = try StudyJSON.value(Plan.self, of: last.content)
        for (name, text) in plan.questionnaires.sorted(by: { $0.key < $1.key })
        where definitions.questionnaires[name]?.canonical != text {
            throw CohortError.questionnaireChanged(id: id, questionnaire: name)
        }
        let request = try CohortRequest.read(plan.request, file: id, against: definitions)
        var questionnaires: [String: Questionnaire] = [:]
        for measure in request.measures {
            questionnaires[measure.questionnaire] =
                definitions.questionnaires[measure.questionnaire]
        }
        var state = CohortState(
            request: request,
            questionnaires: questionnaires,
            last: entries.last?.number ?? 0
        )
        for entry in entries { try add(entry, to: &state) }
        return state
    }

    private func add(_ entry: StudyEntry, to state: inout CohortState) throws {
        switch entry.kind {
        case "enrolment":
            state.seed = try StudyJSON.value(Enrolment.self, of: entry.content).seed
        case "participant":
            state.participants.append(try StudyJSON.value(Participant.self, of: entry.content))
        case "contact":
            let contact = try StudyJSON.value(SafeContact.self, of: entry.content)
            state.contacts[contact.participant] = contact
        case "measurement":
            state.measurements.append(try StudyJSON.value(Measurement.self, of: entry.content))
        case "erased":
            let erased = try StudyJSON.value(Erased.self, of: entry.content)
            state.erased.insert(erased.code)
            // Known by its mark alone, so that the case does not enter again.
            state.participants.append(
                Participant(
                    code: erased.code,
                    organisation: "",
                    day: 0,
                    reporter: "",
                    age: 0,
                    mark: erased.mark
                )
            )
        default: break
        }
    }

    private func canonical(_ request: CohortRequest) -> [String: String] {
        var texts: [String: String] = [:]
        for measure in request.measures {
            texts[measure.questionnaire] =
                definitions.questionnaires[measure.questionnaire]?.canonical
        }
        return texts
    }

    private func known() throws -> [String] {
        try store.studies().filter { $0.hasPrefix("cohort:") }
            .map { String($0.dropFirst("cohort:".count)) }
    }

    /// The name under which the store keeps it: no study has a colon in its name.
    private static func place(_ id: String) -> String { "cohort:\(id)" }

    private func append(
        _ id: String,
        _ kind: String,
        _ entries: [NewStudyEntry],
        after last: Int
    ) throws {
        let facts = ["study": id, "entry": "cohort-\(kind)", "entries": String(entries.count)]
        let isWritten = try store.append(
            entries,
            to: CohortDesk.place(id),
            after: last,
            at: actor.now(),
            logging: actor.event(.study, facts)
        )
        guard isWritten else { throw CohortError.overtaken(id: id) }
    }
}
