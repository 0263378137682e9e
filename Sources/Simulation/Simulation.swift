/// *Zichtbaarheidsbank*: whether the effect of a measure would become visible.
///
/// A country whose truth is known is run with and without a measure, and every candidate of the
/// weighing framework looks at it.
///
/// - ``World``: one country, half-year after half-year, as counts of what happened;
/// - ``Reading``: what a candidate sees of it, at an interval;
/// - ``ChangeTest``: how far the readings after a change stand from those before;
/// - ``Bench``: many countries, reproducible in any order;
/// - ``BenchSummary``: bias, power, false alarms and what it costs in privacy.
public enum Simulation {}
