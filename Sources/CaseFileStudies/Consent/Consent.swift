/// *Toestemming*: what became of the question whether a file may be read.
public struct Consent: Codable, Sendable, Equatable {
    /// Who has to agree, by age: under 12 the parents, 12–15 both, from 16 the youth.
    public enum AgeBand: String, Codable, CaseIterable, Sendable {
        /// The parents.
        case under12 = "under-12"
        /// The parents and the youth.
        case from12To15 = "12-15"
        /// The youth.
        case from16 = "16-plus"
    }

    /// The answer.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// Everyone who has to agree did.
        case given
        /// Somebody refused.
        case refused
        /// Given, and taken back later: what was coded no longer counts.
        case withdrawn
        /// Asked, and nobody answered.
        case notReachable = "not-reachable"
        /// Not asked, for a reason of the organisation.
        case notAsked = "not-asked"
    }

    /// Who refused, or took consent back.
    public enum Refuser: String, Codable, CaseIterable, Sendable {
        /// A parent, or who has their authority.
        case parents
        /// The youth.
        case youth
        /// Both.
        case both
    }

    /// Why there is no consent; a list, because free text could hold a name.
    public enum Reason: String, Codable, CaseIterable, Sendable {
        /// No reason given.
        case none
        /// Privacy.
        case privacy
        /// No trust in the organisation.
        case trust
        /// Too heavy now.
        case burden
        /// To ask could endanger somebody.
        case danger
        /// Moved or no address.
        case moved
        /// Another reason.
        case other
    }

    /// The study code of the file.
    public let file: String
    /// The age band on the day of asking.
    public let ageBand: AgeBand
    /// The answer.
    public let outcome: Outcome
    /// Who refused.
    public let refuser: Refuser?
    /// Why.
    public let reason: Reason?

    /// Creates an answer.
    public init(
        file: String,
        ageBand: AgeBand,
        outcome: Outcome,
        refuser: Refuser? = nil,
        reason: Reason? = nil
    ) {
        self.file = file
        self.ageBand = ageBand
        self.outcome = outcome
        self.refuser = refuser
        self.reason = reason
    }
}

/// Reads answers to the question for consent.
public enum ConsentTable {
    /// The columns that must be there.
    static let columns = ["file", "age_band", "outcome"]

    /// Reads a file and holds it against the study; what was entered already is left out.
    ///
    /// - Throws: ``StudyError`` that names row, column and what was expected.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        state: StudyState
    ) throws(StudyError) -> [Consent] {
        let table = try EntryTable(
            bytes,
            path: path,
            required: columns,
            optional: ["refused_by", "reason"]
        )
        let asked = Set(state.asked.map(\.code))
        var seen: Set<String> = []
        var consents: [Consent] = []
        for row in table.rows {
            let file = row.cells["file"] ?? ""
            guard asked.contains(file) else {
                throw table.mistake(
                    row.number,
                    "file",
                    "a code of the files whose consent is asked"
                )
            }
            guard seen.insert(file).inserted else {
                throw table.mistake(row.number, "file", "each code once")
            }
            guard let band = try table.choice(Consent.AgeBand.self, row, "age_band") else {
                throw table.mistake(row.number, "age_band", "under-12, 12-15, 16-plus")
            }
            guard let outcome = try table.choice(Consent.Outcome.self, row, "outcome") else {
                throw table.mistake(
                    row.number,
                    "outcome",
                    Consent.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            let refuser = try table.choice(Consent.Refuser.self, row, "refused_by")
            let isRefusal = outcome == .refused || outcome == .withdrawn
            let fits =
                switch (band, refuser) {
                case (_, nil): !isRefusal
                case (.under12, .parents), (.from16, .youth), (.from12To15, _): isRefusal
                default: false
                }
            guard fits else {
                throw table.mistake(
                    row.number,
                    "refused_by",
                    isRefusal
                        ? "under-12: parents; 12-15: parents, youth, both; 16-plus: youth"
                        : "nothing"
                )
            }
            let consent = Consent(
                file: file,
                ageBand: band,
                outcome: outcome,
                refuser: refuser,
                reason: try table.choice(Consent.Reason.self, row, "reason")
            )
            if let known = state.consents[file] {
                if known == consent { continue }
                // Consent can be taken back, and somebody can be reached at last; no other answer
                // takes the place of one that was given.
                let mayFollow =
                    (known.outcome == .given && outcome == .withdrawn)
                    || known.outcome == .notReachable || known.outcome == .notAsked
                guard mayFollow else {
                    throw .conflict(path: path, row: row.number, column: "outcome")
                }
            }
            consents.append(consent)
        }
        return consents
    }
}
