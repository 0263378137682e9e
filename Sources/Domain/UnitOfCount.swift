/// *Teleenheid*: the rung of the ladder on which a figure stands.
///
/// advice ≠ report ≠ case ≠ child ≠ family ≠ trajectory. A ratio across rungs is refused unless
/// the definition says how the one becomes the other.
public enum UnitOfCount: String, CaseIterable, Sendable {
    /// *Advies*: the caller keeps the responsibility.
    case advice
    /// *Melding*: Veilig Thuis takes the responsibility over.
    case report
    /// *Casus*: reports on the same people.
    case caseOfReports = "case"
    /// *Jeugdige*, *kind*: one person.
    case child
    /// *Gezin*.
    case family
    /// *Jeugdhulptraject*: one form of help to one person by one holder.
    case trajectory
    /// *Maatregel*: one protection measure for one person.
    case measure
    /// *Dossier*: one child at one organisation, in a study of case files.
    case caseFile = "case-file"
    /// *Slachtoffer*, of any age.
    case victim
    /// *Registratie* at a Centrum Seksueel Geweld.
    case registration
}
