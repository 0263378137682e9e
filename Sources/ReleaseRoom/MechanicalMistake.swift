/// *Mechanische fout*: what is wrong with a submission without anybody having to judge it.
public enum MechanicalMistake: Error, Equatable, Sendable {
    /// A part of the form is not answered.
    case noContext(part: ReleaseContext.Part)
    /// A submission without any table.
    case noTables
    /// A file that is no table: no text, or no columns `value` and `status`.
    case wrongType(file: String)
    /// A table without evidence of its protection.
    case noEvidence(file: String)
    /// A table that is not the one in the evidence.
    case changed(file: String)
    /// Evidence of an attack that found something, or did not finish.
    case attacked(file: String, findings: Int, undecided: Int)
    /// A profile that gives cells away by its margins.
    case leaky(file: String, profile: String)
    /// A figure that is printed as it was counted, by a profile that rounds; the row, header 1.
    case unprotected(file: String, row: Int)
    /// A rounded figure that is no multiple of the base; the row, header 1.
    case unrounded(file: String, row: Int, base: Int)

    /// The key of its text, and what fills it; never a figure.
    public var wording: (key: String, values: [String: String]) {
        switch self {
        case .noContext(let part): ("no-context", ["part": part.rawValue])
        case .noTables: ("no-tables", [:])
        case .wrongType(let file): ("wrong-type", ["file": file])
        case .noEvidence(let file): ("no-evidence", ["file": file])
        case .changed(let file): ("changed", ["file": file])
        case .attacked(let file, let findings, let undecided):
            (
                "attacked",
                ["file": file, "findings": "\(findings)", "undecided": "\(undecided)"]
            )
        case .leaky(let file, let profile): ("leaky", ["file": file, "profile": profile])
        case .unprotected(let file, let row): ("unprotected", ["file": file, "row": "\(row)"])
        case .unrounded(let file, let row, let base):
            ("unrounded", ["file": file, "row": "\(row)", "base": "\(base)"])
        }
    }
}
