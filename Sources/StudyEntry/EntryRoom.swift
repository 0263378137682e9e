public import CaseFileStudies
public import Definitions
public import Domain
public import Store

/// What the form stands in: the store with the study, the instrument, the texts and the clock.
public struct EntryRoom: Sendable {
    let store: DeliveryStore
    let state: StudyState
    let instrument: Instrument
    let device: String
    let definitions: DefinitionSet
    let language: Language
    let actor: AuditActor

    /// Creates a room.
    ///
    /// - Parameters:
    ///   - store: the store with the study.
    ///   - state: the study.
    ///   - instrument: its instrument.
    ///   - device: the code of this device, of its own.
    ///   - definitions: the texts, and how coders are looked after.
    ///   - language: the language of the form.
    ///   - actor: who acts, for the audit log; its clock is that of the form.
    public init(
        store: DeliveryStore,
        state: StudyState,
        instrument: Instrument,
        device: String,
        definitions: DefinitionSet,
        language: Language,
        actor: AuditActor
    ) {
        self.store = store
        self.state = state
        self.instrument = instrument
        self.device = device
        self.definitions = definitions
        self.language = language
        self.actor = actor
    }

    /// The texts, for messages of the command.
    public var texts: TextCatalogue { definitions.texts }

    /// A text of the form.
    func text(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts("entry.\(key)", language, values)
    }

    /// The files that may be read, by code.
    var files: [StudyDraw.File] {
        state.asked.filter { state.consents[$0.code]?.outcome == .given }
    }
}
