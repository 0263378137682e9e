/// *Cohortonderzoek*: families followed after a report, from who enters to a table of shares.
///
/// - ``EnrolmentTable``: who enters, from reports; codes that only the organisation can lead back.
/// - ``SafeContact``: who may be reached how, and who may consent; the rules of ``ContactRule``.
/// - ``MeasurementTable``: what was answered in which wave; `Scoring` makes scores of it.
/// - ``ChangeStudy``: reliable and clinically significant change in shares.
/// - ``ViolenceWaves``: violence in classes over waves.
/// - ``Attrition``: who was lost, weights for it, and what the loss could hide.
/// - ``RepeatedViolence``: when violence came back, with placement out of home beside it.
/// - ``CohortTables``: what crosses the wall.
/// - ``CohortDesk``: where all of it is kept: append-only and sealed.
public enum CohortStudies {
    /// How participants are named, which stands in every enrolment.
    public static let naming = "ijkpunt-cohort-1: order of HMAC-SHA-256 of seed and report"
}
