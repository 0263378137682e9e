public import Domain

/// The combinations of the lists through which a child can be known, and the models of them.
public struct ListCombinations: Sendable {
    private let lists: [BreakdownDefinitions.ChildList]

    /// Combines lists.
    public init(_ lists: [BreakdownDefinitions.ChildList]) { self.lists = lists }

    /// The code of a combination of lists, given as bits: `ci+vt`.
    public func code(of combination: Int) -> String { joined(combination, " + ").map(\.code) ?? "" }

    /// The combinations of one list or more with their codes and labels.
    public var combinations: [(code: String, label: LocalizedText)] {
        (1..<(1 << lists.count)).compactMap { combination in
            joined(combination, " + ").map { ($0.code, $0.label) }
        }
    }

    /// The code of a model by the pairs of lists that depend on each other, each as bits.
    public func code(ofModel pairs: [Int]) -> String {
        pairs.isEmpty
            ? "independent"
            : pairs.sorted().compactMap { joined($0, " * ")?.code }.joined(separator: "+")
    }

    /// The models in which pairs of lists depend on each other, fewest pairs first.
    public var models: [(code: String, label: LocalizedText)] {
        let pairs = (1..<(1 << lists.count)).filter { $0.nonzeroBitCount == 2 }
        let sets = (0..<(1 << pairs.count)).map { set in
            pairs.indices.filter { set >> $0 & 1 == 1 }.map { pairs[$0] }
        }
        return sets.sorted { $0.count < $1.count }.map { set in
            guard !set.isEmpty else {
                return (
                    code(ofModel: set),
                    LocalizedText(nl: "Onafhankelijke lijsten", en: "Independent lists")
                )
            }
            let labels = set.compactMap { joined($0, " × ")?.label }
            return (
                code(ofModel: set),
                LocalizedText(
                    nl: labels.map(\.nl).joined(separator: "; "),
                    en: labels.map(\.en).joined(separator: "; ")
                )
            )
        }
    }

    private func joined(
        _ combination: Int,
        _ separator: String
    ) -> (code: String, label: LocalizedText)? {
        let own = lists.indices.filter { combination >> $0 & 1 == 1 }.map { lists[$0] }
        guard !own.isEmpty else { return nil }
        return (
            own.map(\.code).joined(separator: separator.trimmed),
            LocalizedText(
                nl: own.map(\.label.nl).joined(separator: separator),
                en: own.map(\.label.en).joined(separator: separator)
            )
        )
    }
}

extension String {
    /// Without spaces: as it stands in a code.
    fileprivate var trimmed: String { filter { $0 != " " } }
}
