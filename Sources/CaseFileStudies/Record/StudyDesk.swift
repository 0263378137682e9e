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

    /// The code of the device that a store was packed for; `nil` when it was not.
    public func device(_ id: String) throws -> String? {
        let entries = try store.studyEntries(id)
        return try entries.last { $0.kind == "device" }.map {
            try StudyJSON.value(String.self, of: $0.content)
        }
    }

    /// Takes over what a laptop needs of a study, and nothing else: the plan, signed anew by this
    /// store, the draw without the persons behind it, and consent.
    ///
    /// - Parameters:
    ///   - state: the study as it stands elsewhere.
    ///   - organisation: whose files go along; all when `nil`.
    ///   - device: the code of the laptop.
    /// - Returns: how many files can be read on it.
    /// - Throws: ``StudyError`` or a `StoreError`.
    public func unpack(
        _ state: StudyState,
        of organisation: String?,
        device: String
    ) throws -> Int {
        let id = state.request.id
        guard let draw = state.draw else { throw StudyError.notDrawn(id: id) }
        _ = try keep(state.plan.plan)
        let place = organisation.flatMap { name in
            draw.organisations.firstIndex { $0.name == name }
        }
        let codes = Set(
            state.asked.filter { place == nil || $0.organisation == place }.map(\.code)
        )
        var entries = [
            NewStudyEntry(kind: "device", content: try StudyJSON.bytes(device)),
            NewStudyEntry(kind: "draw", content: try StudyJSON.bytes(draw)),
        ]
        for replacement in state.replacements {
            entries.append(
                NewStudyEntry(
                    kind: "replacement",
                    subject: replacement.file,
                    content: try StudyJSON.bytes(replacement)
                )
            )
        }
        if let phase = state.secondPhase {
            entries.append(
                NewStudyEntry(kind: "second-phase", content: try StudyJSON.bytes(phase))
            )
        }
        var files = 0
        for (code, consent) in state.consents.sorted(by: { $0.key < $1.key })
        where codes.contains(code) && consent.outcome == .given {
            files += 1
            entries.append(
                NewStudyEntry(
                    kind: "consent",
                    subject: code,
                    content: try StudyJSON.bytes(consent)
                )
            )
        }
        try append(id, "packed", entries)
        return files
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
