/// What concerns secrets, before there is a store: the room's table of contents.
///
/// - ``KeyPlace``: where a key comes from: a file, an environment variable, a file descriptor.
/// - ``KeyMaterial``: the secret itself, from which every other key is derived.
/// - ``KeyFile``: reading, making and destroying the file.
/// - ``SenderKey``: the key of a domain with which holders make sender pseudonyms.
/// - ``ObliviousService`` and ``ObliviousClient``: the stronger form, in which no holder has a key.
public enum Keys {
    /// What every derived key is bound to, so that another version derives others.
    static let version = "ijkpunt/1"
}
