import Definitions
public import Statistics

/// *Verandering*: reliable and clinically significant change since the first wave, in shares.
///
/// Jacobson and Truax, *J. Consult. Clin. Psychol.* 59 (1991) 12–19, or a variant; the norms are
/// those of the questionnaire's record. Reliably worse beyond the cut-off counts as deteriorated.
public struct ChangeStudy: Sendable {
    /// The classes, from best to worst.
    public static let classes: [ChangeClass] = [.recovered, .improved, .unchanged, .deteriorated]

    /// Change on one questionnaire between the first wave and a later one.
    public struct Figure: Sendable {
        /// The questionnaire.
        public let questionnaire: String
        /// The later wave.
        public let wave: String
        /// How change was judged.
        public let method: ReliableChangeMethod
        /// The score on the border of recovery; `nil` without one.
        public let cutoff: Double?
        /// The standard error of measurement.
        public let errorOfMeasurement: Double
        /// Where each measured participant stands, by code.
        public let stands: [String: ChangeClass]
        /// The shares by class, in the order of ``ChangeStudy/classes``.
        public let shares: [CohortShare]
        /// What must be known.
        public let warnings: [String]
    }

    /// The figures of a cohort, by questionnaire and later wave.
    public static func figures(_ state: CohortState) -> [Figure] {
        let attrition = Attrition(state)
        guard let first = state.request.waves.first else { return [] }
        return state.request.measures.flatMap { measure -> [Figure] in
            guard let questionnaire = state.questionnaires[measure.questionnaire] else { return [] }
            let before = scores(state, questionnaire, first.id)
            return state.request.waves.dropFirst().map { wave in
                figure(
                    measure,
                    questionnaire,
                    wave: wave.id,
                    before: before,
                    after: scores(state, questionnaire, wave.id),
                    attrition: attrition,
                    level: state.request.level
                )
            }
        }
    }

    private static func scores(
        _ state: CohortState,
        _ questionnaire: Questionnaire,
        _ wave: String
    ) -> [String: Double] {
        let scoring = Scoring(questionnaire)
        return state.measured(in: wave).compactMapValues(scoring.score)
    }

    private static func figure(
        _ measure: CohortRequest.Measure,
        _ questionnaire: Questionnaire,
        wave: String,
        before: [String: Double],
        after: [String: Double],
        attrition: Attrition,
        level: Double
    ) -> Figure {
        let codes = before.keys.filter { after[$0] != nil }.sorted()
        let first = codes.compactMap { before[$0] }
        let later = codes.compactMap { after[$0] }
        let judge = judge(measure, questionnaire, later)
        let kind = ClinicalCutoff(rawValue: measure.cutoff)
        let cutoff = kind.flatMap(judge.cutoff)
        var warnings: [String] = []
        var stands: [String: ChangeClass] = [:]
        // Two persons give no spread at the second wave, on which some variants stand.
        let indices = codes.count > 2 ? judge.indices(before: first, after: later) : nil
        if let indices {
            let found = judge.classes(indices, before: first, after: later, cutoff: cutoff)
            for (code, stand) in zip(codes, found) {
                stands[code] = stand == .harmed ? .deteriorated : stand
            }
        } else {
            warnings.append("change is undefined: fewer than three persons, or scores all alike")
        }
        return Figure(
            questionnaire: questionnaire.id,
            wave: wave,
            method: judge.method,
            cutoff: cutoff,
            errorOfMeasurement: judge.errorOfMeasurement,
            stands: stands,
            shares: classes.map { name in
                attrition.share(stands.mapValues { $0 == name }, level: level)
            },
            warnings: warnings
        )
    }

    /// Judges by the norms of the record; that of the other population stands in for a clinical
    /// norm that is not there, because the error of measurement needs one.
    static func judge(
        _ measure: CohortRequest.Measure,
        _ questionnaire: Questionnaire,
        _ after: [Double]
    ) -> ReliableChange {
        let functional = questionnaire.norm(.functional)
        let clinical = questionnaire.norm(.clinical) ?? functional
        return ReliableChange(
            ReliableChangeMethod(rawValue: measure.method) ?? .jacobsonTruax,
            higherIsBetter: questionnaire.direction == .higherIsBetter,
            reliability: clinical?.reliability ?? .nan,
            clinical: ReliableChange.Norm(
                mean: clinical?.mean ?? .nan,
                deviation: clinical?.deviation ?? .nan
            ),
            after: ReliableChange.Norm(of: after),
            functional: functional.map {
                ReliableChange.Norm(mean: $0.mean, deviation: $0.deviation)
            },
            criticalValue: measure.critical
        )
    }
}
