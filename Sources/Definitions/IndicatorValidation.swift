public import FoundationEssentials

/// Looks indicator records through before they are put to use: one file, a folder of them, or a whole
/// folder of definitions.
///
/// Of every file the first mistake is given, so that a folder is mended in a few rounds.
public struct IndicatorValidation: Sendable {
    /// The indicators that are right, by id.
    public private(set) var indicators: [String: IndicatorDefinition] = [:]
    /// The first mistake of each file that is not, in the order of the files.
    public private(set) var mistakes: [DefinitionError] = []

    /// Checks records.
    ///
    /// - Parameters:
    ///   - path: a file with an indicator or with sets, a folder with such files, or a folder of
    ///     definitions as a whole.
    ///   - base: the definitions in which sources, code lists and regions stand; not looked at when
    ///     `path` is a whole.
    /// - Throws: ``DefinitionError`` when the definitions around the records are wrong, or there are
    ///   no records.
    public init(_ path: URL, base: URL) throws(DefinitionError) {
        let isWhole = IndicatorValidation.isFolder(path.appending(path: "sources"))
        let around = DefinitionFolder(url: isWhole ? path : base)
        let codeLists = try CodeListLoader(folder: around).load()
        let sources = try SourceLoader(folder: around, codeLists: codeLists).load()
        let regions = try RegionLoader(folder: around).load()
        let breakdowns = try BreakdownLoader(folder: around, codeLists: codeLists).load()
        let weighing = try WeighingLoader(folder: around).load()
        func loader(_ folder: DefinitionFolder) -> IndicatorLoader {
            IndicatorLoader(
                folder: folder,
                weighing: weighing,
                sources: sources,
                codeLists: codeLists,
                regions: regions,
                breakdowns: breakdowns
            )
        }
        let (folder, files) = try IndicatorValidation.files(path, isWhole: isWhole)
        for file in files where DefinitionFolder.stem(file) != "sets" {
            do throws(DefinitionError) {
                let found = try loader(folder).load(file)
                indicators[found.id] = found
            } catch {
                mistakes.append(error)
            }
        }
        // A set may name an indicator that stands in the definitions around it.
        guard files.contains("sets.yaml"), mistakes.isEmpty else { return }
        var known = indicators
        if !isWhole { known.merge(try loader(around).load()) { own, _ in own } }
        do throws(DefinitionError) {
            _ = try IndicatorSetLoader(folder: folder, indicators: known).load()
        } catch {
            mistakes.append(error)
        }
    }

    private static func files(
        _ path: URL,
        isWhole: Bool
    ) throws(DefinitionError) -> (DefinitionFolder, [String]) {
        if isWhole {
            let folder = DefinitionFolder(url: path)
            return (
                folder, try folder.files(in: "indicators", extension: "yaml") + ["sets.yaml"]
            )
        }
        if isFolder(path) {
            let folder = DefinitionFolder(url: path)
            let files = try folder.files(in: ".", extension: "yaml")
            return (folder, files.map { String($0.dropFirst(2)) })
        }
        return (DefinitionFolder(url: path.deletingLastPathComponent()), [path.lastPathComponent])
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
            && isDirectory
    }
}
