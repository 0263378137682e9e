import Definitions

extension Complaint {
    /// What is wrong with a file or name that somebody gave to a command on records.
    enum RecordError: Error {
        /// A mistake in a file that somebody made.
        case sheet(DefinitionError)
        /// No candidate of this name.
        case candidate(name: String, rows: Int)
        /// No taxonomy of this name.
        case taxonomy(name: String, known: [String])
        /// Runs of another simulation stand in the folder.
        case otherRuns(path: String)

        var complaint: Complaint {
            switch self {
            case .sheet(let error):
                Complaint(
                    "sheet",
                    3,
                    [
                        "place": error.line.map { "\(error.file):\($0)" } ?? error.file,
                        "found": error.found, "expected": error.expected,
                    ]
                )
            case .candidate(let name, let rows):
                Complaint("unknown-candidate", 2, ["name": name, "rows": "\(rows)"])
            case .taxonomy(let name, let known):
                Complaint(
                    "unknown-taxonomy",
                    2,
                    ["name": name, "known": known.joined(separator: ", ")]
                )
            case .otherRuns(let path): Complaint("other-runs", 3, ["path": path])
            }
        }
    }

    /// Runs a reading of a file that somebody made, so that its mistakes are bad input and no
    /// mistakes in the definitions.
    static func reading<Value>(_ read: () throws(DefinitionError) -> Value) throws -> Value {
        do throws(DefinitionError) {
            return try read()
        } catch {
            throw RecordError.sheet(error)
        }
    }
}
