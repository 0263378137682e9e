import FoundationEssentials

/// The folder with the records: lists its files in byte order and reads them.
struct DefinitionFolder {
    let url: URL

    /// The names of the files with an extension in a folder, relative to the whole, sorted.
    func files(in folder: String, extension suffix: String) throws(DefinitionError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(
                atPath: url.appending(path: folder).path
            )
        } catch {
            throw DefinitionError(
                file: folder,
                line: nil,
                found: "no folder that can be read",
                expected: "a folder with records"
            )
        }
        let found = names.filter { $0.hasSuffix("." + suffix) && !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !found.isEmpty else {
            throw DefinitionError(
                file: folder,
                line: nil,
                found: "no file that ends with `.\(suffix)`",
                expected: "at least one"
            )
        }
        return found.map { folder + "/" + $0 }
    }

    /// Whether there is a file.
    func has(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: file).path)
    }

    /// The name of a file without folder and extension.
    static func stem(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }

    /// The root of a YAML file.
    func yaml(_ file: String) throws(DefinitionError) -> RecordValue {
        try YAMLFile.parse(try text(file), file: file)
    }

    /// The rows of a CSV file.
    func csv(_ file: String, columns: [String]) throws(DefinitionError) -> [CSVRow] {
        try CSVFile.parse(try text(file), file: file, columns: columns)
    }

    /// The text of a file.
    func text(_ file: String) throws(DefinitionError) -> String {
        guard let data = try? Data(contentsOf: url.appending(path: file)) else {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "no file that can be read",
                expected: "one"
            )
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "bytes that are not UTF-8",
                expected: "UTF-8"
            )
        }
        return text
    }
}
