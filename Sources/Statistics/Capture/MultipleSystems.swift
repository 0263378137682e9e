/// The search for log-linear models of capture histories.
public struct MultipleSystems: Sendable, Equatable {
    /// By what models are compared.
    public enum Criterion: String, CaseIterable, Sendable {
        /// Bayes' information criterion, with the number of persons seen; the default.
        case bic
        /// Akaike's.
        case aic

        func value(_ model: MultipleSystemsModel) -> Double {
            self == .bic ? model.bic : model.aic
        }
    }

    /// The models that have an estimate, best first.
    public let models: [MultipleSystemsModel]

    /// How many models were tried and have no estimate.
    public let failed: Int

    /// Fits all hierarchical models up to an order of interaction.
    ///
    /// A model with an interaction holds all interactions within it. The highest interaction of all
    /// lists is never in: without it the unseen cannot be estimated, with it neither.
    public static func all(
        _ histories: CaptureHistories,
        maxOrder: Int,
        by criterion: Criterion
    ) -> MultipleSystems {
        let sets = hierarchies(lists: histories.lists.count, maxOrder: maxOrder)
        return MultipleSystems(histories, sets, criterion)
    }

    /// Adds, one by one, the interaction that lowers the criterion most, as long as one does.
    ///
    /// The models on the way are kept.
    public static func stepwise(
        _ histories: CaptureHistories,
        maxOrder: Int,
        by criterion: Criterion
    ) -> MultipleSystems {
        var terms: [Int] = []
        var best = MultipleSystemsModel(histories, terms: terms)
        var kept = best.map { [$0] } ?? []
        var failed = best == nil ? 1 : 0
        while true {
            let candidates = interactions(lists: histories.lists.count, maxOrder: maxOrder)
                .filter { term in
                    !terms.contains(term)
                        && parts(of: term).allSatisfy { terms.contains($0) }
                }
            var next: MultipleSystemsModel?
            for term in candidates {
                guard let model = MultipleSystemsModel(histories, terms: (terms + [term]).sorted())
                else {
                    failed += 1
                    continue
                }
                if next.map({ criterion.value(model) < criterion.value($0) }) ?? true {
                    next = model
                }
            }
            guard let next,
                best.map({ criterion.value(next) < criterion.value($0) }) ?? true
            else { break }
            best = next
            terms = next.terms
            kept.append(next)
        }
        return MultipleSystems(models: sorted(kept, criterion), failed: failed)
    }

    private init(_ histories: CaptureHistories, _ sets: [[Int]], _ criterion: Criterion) {
        var models: [MultipleSystemsModel] = []
        for terms in sets {
            if let model = MultipleSystemsModel(histories, terms: terms) { models.append(model) }
        }
        self.init(models: Self.sorted(models, criterion), failed: sets.count - models.count)
    }

    private init(models: [MultipleSystemsModel], failed: Int) {
        self.models = models
        self.failed = failed
    }

    private static func sorted(
        _ models: [MultipleSystemsModel],
        _ criterion: Criterion
    ) -> [MultipleSystemsModel] {
        // Models that fit the same are told apart by their order, not by a rounding.
        func rank(_ model: MultipleSystemsModel) -> Double {
            (criterion.value(model) * 1e7).rounded()
        }
        return models.enumerated().sorted {
            (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
        }.map(\.element)
    }

    /// The sets of two lists or more, up to an order, lower orders first.
    static func interactions(lists: Int, maxOrder: Int) -> [Int] {
        (1..<(1 << lists)).filter { (2...max(2, maxOrder)).contains($0.nonzeroBitCount) }
            .filter { $0.nonzeroBitCount <= maxOrder && $0.nonzeroBitCount < lists }
            .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    }

    /// The interactions with one list less.
    private static func parts(of term: Int) -> [Int] {
        guard term.nonzeroBitCount > 2 else { return [] }
        return (0..<Int.bitWidth).filter { term >> $0 & 1 == 1 }.map { term & ~(1 << $0) }
    }

    /// All sets of interactions that hold what lies within each of them.
    static func hierarchies(lists: Int, maxOrder: Int) -> [[Int]] {
        var sets: [[Int]] = [[]]
        for term in interactions(lists: lists, maxOrder: maxOrder) {
            let within = parts(of: term)
            sets += sets.filter { set in within.allSatisfy { set.contains($0) } }
                .map { $0 + [term] }
        }
        return sets
    }
}
