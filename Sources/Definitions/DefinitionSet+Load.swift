public import FoundationEssentials

extension DefinitionSet {
    /// Reads and checks every record in a folder.
    ///
    /// - Throws: ``DefinitionError`` naming the first mistake by file and line.
    public static func load(from folder: URL) throws(DefinitionError) -> DefinitionSet {
        throw DefinitionError(
            file: folder.path, line: nil, found: "nothing", expected: "records")
    }

    /// Finds the folder with the definitions.
    ///
    /// Tried in this order: the explicit path (`--definitions`), the environment variable
    /// `IJKPUNT_DEFINITIONS`, `../share/ijkpunt` beside the running binary, the resource bundle
    /// beside the running binary. A named folder that is missing is an error, not a reason to look
    /// further.
    public static func folder(
        explicit: String?, environment: [String: String], executable: String
    ) throws(DefinitionError) -> URL {
        throw DefinitionError(file: "", line: nil, found: "nothing", expected: "definitions")
    }
}
