import Domain

extension Rule {
    /// One person, form and start twice with other content: merged when counted, and asked about.
    ///
    /// Found where the rows of a person stand together, in ``WithinFile``.
    static let sameStartTwice = Rule("INT-158", .query, [.start], scope: .file)
}
