/// What makes a StatLine table impossible to take over.
public enum StatLineError: Error, Equatable, Sendable {
    /// A part that is needed is not there.
    case missingPart(String)
    /// A part that is no JSON or CSV of the form that is expected.
    case malformed(part: String)
    /// A period that is no year or half-year.
    case period(String)
    /// A column, key or measure that the table does not have.
    case unknown(name: String, known: [String])
    /// Nothing left after the choices that were made.
    case nothingChosen
}

extension StatLineError: CustomStringConvertible {
    /// What was found and what was expected, in one line.
    public var description: String {
        switch self {
        case .missingPart(let part): "no part \(part); expected it beside the others"
        case .malformed(let part): "the part \(part); expected OData in JSON, or CSV"
        case .period(let key): "the period \(key); expected years (JJ) or half-years (HJ)"
        case .unknown(let name, let known):
            "\(name); expected one of \(known.joined(separator: ", "))"
        case .nothingChosen: "no cells after the choices; expected at least one"
        }
    }
}
