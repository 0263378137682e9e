public import CaseFileStudies
public import Definitions
public import Disclosure

/// *Onderzoek naar buiten*: the tables of a study through Disclosure; the only way out.
public struct StudyTablesStage {
    /// The protected tables of a study.
    public struct Outcome: Sendable {
        /// Figures by estimate and domain.
        public let estimates: ProtectedTable
        /// Agreement by item.
        public let agreement: ProtectedTable
        /// Response by trait and category.
        public let response: ProtectedTable

        /// All of them, in their order.
        public var tables: [ProtectedTable] { [estimates, agreement, response] }
    }

    private let definitions: DefinitionSet
    private let disclosure: DisclosureStage

    /// Creates the stage.
    ///
    /// - Precondition: the profile protects each number by itself.
    public init(definitions: DefinitionSet, profile: DisclosureProfile) {
        self.definitions = definitions
        disclosure = DisclosureStage(profile: profile)
    }

    /// Protects the tables of a study.
    ///
    /// - Throws: `StudyError` when the response cannot be worked out.
    public func run(
        _ figures: [StudyFigure],
        _ state: StudyState,
        instrument: Instrument
    ) throws -> Outcome {
        Outcome(
            estimates: disclosure.run(StudyTables.estimates(figures, state)),
            agreement: disclosure.run(
                StudyTables.agreement(ItemAgreement.all(state, instrument), state)
            ),
            response: disclosure.run(StudyTables.response(try Response(state), state))
        )
    }
}
