/// *Rol*: on whose behalf something is done, which decides what may be done.
///
/// The command line has no login: there the role is the one the command belongs to. On the secure
/// server it is that of the person who logged in.
public enum Role: String, CaseIterable, Sendable {
    /// *Bronhouder*: delivers records.
    case holder
    /// *Sleutelbewaarder*: keeps the keys and sees no data.
    case keyKeeper = "key-keeper"
    /// *Analist*: computes inside the secure area.
    case analyst
    /// *Onderzoeker*: draws and codes studies.
    case researcher
    /// *Gemeente*: sees its own mirror information through protected tables.
    case municipality
    /// *Toetser*: reviews and approves permits and releases.
    case checker
    /// *Beheerder*: runs the machine.
    case administrator
    /// Everybody.
    case `public`
}
