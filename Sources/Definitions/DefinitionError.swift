/// A mistake in a definition record, or no definitions at all.
public struct DefinitionError: Error, Equatable, Sendable {
    /// The file, relative to the definitions folder, or the folders that were tried.
    public let file: String
    /// The line, counted from 1, when it is known.
    public let line: Int?
    /// What was found.
    public let found: String
    /// What was expected.
    public let expected: String

    /// Creates an error.
    public init(file: String, line: Int?, found: String, expected: String) {
        self.file = file
        self.line = line
        self.found = found
        self.expected = expected
    }
}

extension DefinitionError: CustomStringConvertible {
    /// The error in one line: file, line, what was found and what was expected.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(found); expected \(expected)"
    }
}
