public import Columns
public import Definitions
public import Store

/// *Onderzoekstafel*: keeps a study in the store, each step once, sealed and in the audit log.
public struct StudyDesk: Sendable {
    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor

    /// Creates the desk for whoever works at it.
    public init(store: DeliveryStore, definitions: DefinitionSet, actor: AuditActor) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
    }

    /// The version that a new plan of a study gets.
    ///
    /// - Throws: ``StudyError/alreadyDrawn(id:)`` when the plan cannot change any more.
    public func nextVersion(_ id: String) throws -> Int {
        let entries = try store.studyEntries(id)
        if entries.contains(where: { $0.kind == "draw" }) { throw StudyError.alreadyDrawn(id: id) }
        return entries.count { $0.kind == "plan" } + 1
    }

    /// Signs a plan and keeps it.
    public func keep(_ plan: StudyPlan) throws -> SignedPlan {
        let bytes = try plan.bytes()
        let signed = SignedPlan(
            plan: plan,
            signature: Digits.text(try store.sign(bytes)),
            publicKey: Digits.text(try store.auditPublicKey())
        )
        try append(
            plan.study,
            "plan",
            [NewStudyEntry(kind: "plan", content: StudyJSON.bytes(signed))]
        )
        return signed
    }

    /// Keeps a draw.
    public func keep(
        _ draw: StudyDraw,
        links: [(subject: String, person: Pseudonym)],
        of state: StudyState
    ) throws {
        let entry = NewStudyEntry(kind: "draw", content: try StudyJSON.bytes(draw))
        try append(state.request.id, "draw", [entry], links: links, after: state.last)
    }

    /// Keeps a replacement.
    public func keep(_ replacement: StudyState.Replacement, of state: StudyState) throws {
        let entry = NewStudyEntry(
            kind: "replacement",
            subject: replacement.file,
            content: try StudyJSON.bytes(replacement)
        )
        try append(state.request.id, "replacement", [entry], after: state.last)
    }

    /// Keeps the second phase.
    public func keep(_ phase: SecondPhase, of state: StudyState) throws {
        let entry = NewStudyEntry(kind: "second-phase", content: try StudyJSON.bytes(phase))
        try append(state.request.id, "second-phase", [entry], after: state.last)
    }

    /// Keeps answers to the question for consent.
    public func keep(_ consents: [Consent], of state: StudyState) throws {
        let entries = try consents.map {
            NewStudyEntry(kind: "consent", subject: $0.file, content: try StudyJSON.bytes($0))
        }
        try append(state.request.id, "consent", entries, after: state.last)
    }

    /// Keeps what coders found.
    public func keep(_ codings: [Coding], of state: StudyState) throws {
        let entries = try codings.map {
            NewStudyEntry(kind: "coding", subject: $0.file, content: try StudyJSON.bytes($0))
        }
        try append(state.request.id, "coding", entries, after: state.last)
    }

    /// The state of a study.
    ///
    /// The plan's signature is checked, and the instrument against the digest in it: a version in
    /// use cannot change under what was entered.
    ///
    /// - Throws: ``StudyError`` or `StoreError`.
    public func state(_ id: String) throws -> StudyState {
        let entries = try store.studyEntries(id)
        guard let last = entries.last(where: { $0.kind == "plan" }) else {
            // Cohorts have a colon in their names.
            let known = try store.studies().filter { !$0.contains(":") }
            throw StudyError.unknownStudy(id: id, known: known)
        }
        let signed = try StudyJSON.value(SignedPlan.self, of: last.content)
        let key = try store.auditPublicKey()
        guard let signature = Digits.bytes(signed.signature),
            DeliveryStore.isSigned(signature, over: try signed.plan.bytes(), by: key)
        else { throw StudyError.unsignedPlan(id: id) }
        let codebook = signed.plan.codebook
        guard let instrument = definitions.instruments[codebook.id],
            StudyPlan.Codebook(instrument) == codebook
        else {
            throw StudyError.instrumentChanged(
                id: id,
                instrument: codebook.id,
                version: codebook.version
            )
        }
        let request = try StudyRequest.read(
            signed.plan.request,
            file: id,
            against: definitions
        )
        var state = StudyState(plan: signed, request: request, last: entries.last?.number ?? 0)
        for entry in entries {
            switch entry.kind {
            case "draw": state.draw = try StudyJSON.value(StudyDraw.self, of: entry.content)
            case "replacement":
                state.replacements.append(
                    try StudyJSON.value(StudyState.Replacement.self, of: entry.content)
                )
            case "second-phase":
                state.secondPhase = try StudyJSON.value(SecondPhase.self, of: entry.content)
            case "consent":
                let consent = try StudyJSON.value(Consent.self, of: entry.content)
                state.consents[consent.file] = consent
            case "coding":
                state.codings.append(try StudyJSON.value(Coding.self, of: entry.content))
            default: continue
            }
        }
        return state
    }

    private func append(
        _ study: String,
        _ kind: String,
        _ entries: [NewStudyEntry],
        links: [(subject: String, person: Pseudonym)] = [],
        after last: Int? = nil
    ) throws {
        let facts = ["study": study, "entry": kind, "entries": String(entries.count)]
        let isWritten = try store.append(
            entries,
            to: study,
            links: links,
            after: last,
            at: actor.now(),
            logging: actor.event(.study, facts)
        )
        guard isWritten else { throw StudyError.overtaken(id: study) }
    }
}
