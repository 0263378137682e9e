/// *Dossieronderzoek*: a sample of case files, from the question to a table of estimates.
///
/// - ``CaseFileFrame``: what is drawn from: organisations and their files, by pseudonym.
/// - ``StudyPlan`` and ``DesignStage``: what the study will and will not be able to show.
/// - ``StudyDraw`` and ``DrawStage``: a sample that cannot be picked; ``SecondPhase``: what is kept
///   after screening; ``WorkList``: codes that only the organisation can turn into files.
/// - ``ConsentTable``, ``Response``: who agreed, and what refusal could hide.
/// - ``CodingTable``: what coders found, held against the instrument; ``CoderDrift``.
/// - ``ItemAgreement``: whether coders agree.
/// - `StudySample`, ``EstimateStage``: figures with everything that makes them unsure.
/// - ``StudyDesk``: where all of it is kept: append-only and sealed.
public enum CaseFileStudies {
    /// The name of the algorithm of the draw, which stands in every draw.
    public static let algorithm = "ijkpunt-draw-1: HMAC-SHA-256 of seed and place, ascending"
}
