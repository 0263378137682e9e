import CaseFileStudies

/// *Adres* in the form: behind the secret stand the coder, the file, the round and the section.
///
/// No name, only codes; the browser is asked to keep none of it.
enum EntryAddress: Equatable {
    case start
    case files(coder: String)
    case section(coder: String, file: String, round: Coding.Round, section: String)
    case finish(coder: String, file: String, round: Coding.Round)
    case pause
    case stylesheet
    case form
    case script

    /// Reads the parts behind the secret.
    init?(_ parts: [String], query: String?) {
        switch (parts.first ?? "", parts.count) {
        case ("", 0), ("", 1):
            guard let query, !query.isEmpty else {
                self = .start
                return
            }
            guard query.hasPrefix("coder="), CodingTable.isCode(String(query.dropFirst(6)))
            else { return nil }
            self = .files(coder: String(query.dropFirst(6)))
        case ("pauze", 1): self = .pause
        case ("stijl.css", 1): self = .stylesheet
        case ("formulier.css", 1): self = .form
        case ("bewaren.js", 1): self = .script
        case ("lezing", 5), ("klaar", 4):
            guard CodingTable.isCode(parts[1]), let round = Coding.Round(rawValue: parts[3])
            else { return nil }
            self =
                parts[0] == "klaar"
                ? .finish(coder: parts[1], file: parts[2], round: round)
                : .section(coder: parts[1], file: parts[2], round: round, section: parts[4])
        default: return nil
        }
    }
}
