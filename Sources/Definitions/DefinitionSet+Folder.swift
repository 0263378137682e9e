public import FoundationEssentials

extension DefinitionSet {
    /// The name of the environment variable that names the folder.
    public static let environmentVariable = "IJKPUNT_DEFINITIONS"

    /// Finds the folder with the definitions.
    ///
    /// Tried in this order: the explicit path (`--definitions`), the environment variable
    /// `IJKPUNT_DEFINITIONS`, `../share/ijkpunt` beside the running binary, the resource bundle
    /// beside the running binary. A named folder that is missing is an error, not a reason to look
    /// further. Links to the binary are followed; the bundle is looked up by its path, because the
    /// generated accessor stops the process when the binary was moved.
    ///
    /// - Throws: ``DefinitionError`` that lists every folder that was tried.
    public static func folder(
        explicit: String?,
        environment: [String: String],
        executable: String
    ) throws(DefinitionError) -> URL {
        if let explicit {
            return try named(explicit, by: "--definitions")
        }
        if let path = environment[environmentVariable], !path.isEmpty {
            return try named(path, by: environmentVariable)
        }
        let tried = candidates(besides: executable)
        guard let found = tried.first(where: holdsRecords) else {
            throw DefinitionError(
                file: tried.map(\.path).joined(separator: ", "),
                line: nil,
                found: "no definitions in any of these folders",
                expected: "one of them, or a folder named by --definitions or by "
                    + environmentVariable
            )
        }
        return found
    }

    private static func named(_ path: String, by name: String) throws(DefinitionError) -> URL {
        let url = URL(filePath: path)
        guard holdsRecords(url) else {
            throw DefinitionError(
                file: path,
                line: nil,
                found: "no definitions in the folder named by \(name)",
                expected: "a folder that holds `sources` and the other records"
            )
        }
        return url
    }

    private static func candidates(besides executable: String) -> [URL] {
        let binary = URL(filePath: executable)
        var folders: [URL] = []
        for file in [binary, binary.resolvingSymlinksInPath()] {
            let folder = file.standardized.deletingLastPathComponent()
            folders.append(
                folder.deletingLastPathComponent().appending(path: "share/ijkpunt")
            )
            folders.append(folder.appending(path: "ijkpunt_Definitions.resources/Definitions"))
        }
        return folders.enumerated()
            .filter { index, url in !folders[..<index].contains { $0.path == url.path } }
            .map(\.element)
    }

    private static func holdsRecords(_ url: URL) -> Bool {
        var isDirectory = false
        let exists = FileManager.default.fileExists(
            atPath: url.appending(path: "sources").path,
            isDirectory: &isDirectory
        )
        return exists && isDirectory
    }
}
