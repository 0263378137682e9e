import Domain

extension Rule {
    /// One number has one birth date and one sex.
    ///
    /// Found where the rows of a person stand together, in ``WithinFile``.
    static let numberHasTwoFaces = Rule("INT-159", .query, [.birth, .sex], scope: .file)
}
