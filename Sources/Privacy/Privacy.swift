/// What may be done with records, and the proof of it: the room's table of contents.
///
/// - ``PermitGate``: what every stage asks before it joins, stores or counts something new.
/// - ``PermitDesk``: requests, reviews, approvals and withdrawals, each a line of the audit log.
/// - ``Permit``: what the log says of one permit, and whether it is in force.
/// - ``ReidentificationRisk``: how many persons could be singled out, computed on the data.
/// - ``ImpactAssessment``: the DPIA, made from the permits in force.
/// - ``RetentionPlan``: which deliveries have been kept long enough.
/// - ``BreachClock``: the 72 hours of a personal data breach.
public enum Privacy {}
