/// *Vrijgavekamer*: what is about to be released, who looked at it, and the signed bundle of what was.
///
/// - ``ReleaseContext``: the form that a submission comes with.
/// - ``MechanicalCheck``: what never reaches a checker.
/// - ``Dossier`` and ``Submission``: what was submitted, and what came of it.
/// - ``ReleaseDesk``: the steps, each an entry under seal and a line of the audit log.
/// - ``ReleaseBundle`` and ``BundleCheck``: one signed archive, and looking at it elsewhere.
public enum ReleaseRoom {
    /// How many checkers have to agree, none of whom submitted.
    public static let checkers = 2
}
