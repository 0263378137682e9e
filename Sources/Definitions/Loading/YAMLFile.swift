import Yams

/// Reads YAML into ``RecordValue``s.
enum YAMLFile {
    /// The root of a YAML text.
    static func parse(_ text: String, file: String) throws(DefinitionError) -> RecordValue {
        let root: Node?
        do {
            // The basic resolver leaves every scalar a text: `01` stays a code, `no` a word.
            root = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw mistake(of: error, file: file)
        } catch {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "\(error)",
                expected: "readable YAML"
            )
        }
        guard let root else {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "an empty file",
                expected: "a record"
            )
        }
        return value(of: root, file: file)
    }

    private static func value(of node: Node, file: String) -> RecordValue {
        let content: RecordValue.Content =
            switch node {
            case .scalar(let scalar): .text(scalar.string)
            case .sequence(let sequence): .list(sequence.map { value(of: $0, file: file) })
            case .mapping(let mapping):
                .record(mapping.map { (value(of: $0, file: file), value(of: $1, file: file)) })
            case .alias: .text("")
            }
        return RecordValue(file: file, line: node.mark?.line ?? 1, content: content)
    }

    private static func mistake(of error: YamlError, file: String) -> DefinitionError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            DefinitionError(
                file: file,
                line: mark.line,
                found: problem,
                expected: "readable YAML"
            )
        case .duplicatedKeysInMapping(let keys, let context):
            DefinitionError(
                file: file,
                line: context.mark.line,
                found: "the key `\(keys.first ?? "")` more than once",
                expected: "it once"
            )
        default:
            DefinitionError(
                file: file,
                line: nil,
                found: "\(error)",
                expected: "readable YAML"
            )
        }
    }
}
