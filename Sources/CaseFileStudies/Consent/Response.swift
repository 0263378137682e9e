import Definitions
public import Statistics

/// *Respons*: who agreed, by what is known of all, and how far that bends the picture.
public struct Response: Sendable {
    /// The response of a group.
    public struct Group: Sendable, Equatable {
        /// The trait.
        public let trait: String
        /// The category.
        public let category: String
        /// Files whose consent was asked.
        public let asked: Int
        /// Files with consent.
        public let given: Int
        /// Refused, or taken back.
        public let refused: Int
        /// Not reached, or not asked.
        public let notReached: Int
        /// The weighted share with consent.
        public let rate: Double?
    }

    /// The whole, then each category of each trait.
    public let groups: [Group]
    /// How representative the response is; `nil` when it cannot be worked out.
    public let indicator: RIndicator?
    /// How often each refused, by age band and refuser, as `12-15 youth`.
    public let refusals: [String: Int]
    /// How often each reason was given.
    public let reasons: [String: Int]
    /// What must be known; whole sentences.
    public let warnings: [String]

    /// Works out the response of a study.
    ///
    /// - Throws: ``StudyError`` when the second phase is still to come.
    public init(_ state: StudyState) throws {
        let rows = try SampleRow.all(state)
        func outcome(_ row: SampleRow) -> Consent.Outcome? {
            state.consents[row.file.code]?.outcome
        }
        func group(_ trait: String, _ category: String, _ inside: [SampleRow]) -> Group {
            let weight = inside.reduce(0) { $0 + $1.weight }
            let given = inside.filter { outcome($0) == .given }
            return Group(
                trait: trait,
                category: category,
                asked: inside.count,
                given: given.count,
                refused: inside.count { [.refused, .withdrawn].contains(outcome($0)) },
                notReached: inside.count { [.notReachable, .notAsked, nil].contains(outcome($0)) },
                rate: weight > 0 ? given.reduce(0) { $0 + $1.weight } / weight : nil
            )
        }
        var traits: [RIndicator.Trait] = [
            RIndicator.Trait(name: "referrer", categories: rows.map(\.file.referrer)),
            RIndicator.Trait(name: "form", categories: rows.map(\.file.form)),
        ]
        if state.secondPhase != nil {
            traits.append(RIndicator.Trait(name: "screening", categories: rows.map(\.screened)))
        }
        var groups = [group("all", "T", rows)]
        for trait in traits {
            for category in Set(trait.categories).sorted() {
                let inside = zip(rows, trait.categories).filter { $0.1 == category }.map(\.0)
                groups.append(group(trait.name, category, inside))
            }
        }
        self.groups = groups
        var warnings: [String] = []
        let response = rows.map { outcome($0) == .given ? 1.0 : 0 }
        // Categories in which all or none responded have no finite coefficient: they are joined.
        let usable = traits.compactMap { Response.joined($0, response) }
        indicator = try? RIndicator(
            response: response,
            traits: usable,
            design: SurveyDesign(weights: rows.map(\.weight))
        )
        if usable.count < traits.count || indicator == nil {
            warnings.append(
                "The R-indicator leaves out a trait, or is undefined, because a category of it "
                    + "responded as a whole or not at all."
            )
        }
        var refusals: [String: Int] = [:]
        var reasons: [String: Int] = [:]
        for row in rows {
            guard let consent = state.consents[row.file.code] else { continue }
            if let refuser = consent.refuser {
                refusals["\(consent.ageBand.rawValue) \(refuser.rawValue)", default: 0] += 1
            }
            if let reason = consent.reason { reasons[reason.rawValue, default: 0] += 1 }
        }
        self.refusals = refusals
        self.reasons = reasons
        self.warnings = warnings
    }

    /// The trait with categories in which all or none responded put together as `other`; `nil` when
    /// nothing is left to tell apart.
    private static func joined(_ trait: RIndicator.Trait, _ response: [Double]) -> RIndicator.Trait?
    {
        var given: [String: Double] = [:]
        var all: [String: Double] = [:]
        for (category, value) in zip(trait.categories, response) {
            given[category, default: 0] += value
            all[category, default: 0] += 1
        }
        func isFlat(_ category: String) -> Bool {
            given[category] == 0 || given[category] == all[category]
        }
        let categories = trait.categories.map { isFlat($0) ? "other" : $0 }
        let names = Set(categories)
        let other = categories.indices.filter { categories[$0] == "other" }
        let otherGiven = other.reduce(0) { $0 + response[$1] }
        if names.contains("other"), otherGiven == 0 || otherGiven == Double(other.count) {
            // Still flat: they join the largest of the others.
            let largest = all.filter { !isFlat($0.key) }.max {
                ($0.value, $1.key) < ($1.value, $0.key)
            }
            guard let name = largest?.key else { return nil }
            let merged = categories.map { $0 == "other" ? name : $0 }
            return Set(merged).count > 1
                ? RIndicator.Trait(name: trait.name, categories: merged) : nil
        }
        return names.count > 1 ? RIndicator.Trait(name: trait.name, categories: categories) : nil
    }
}
