/// How many persons were seen on each combination of lists.
public struct CaptureHistories: Sendable, Equatable {
    /// The names of the lists; list `i` is bit `i` of a combination.
    public let lists: [String]

    /// Persons by combination: place `c − 1` for combination `c`; the empty one is not seen.
    public let counts: [Double]

    /// Creates histories from counts by combination.
    ///
    /// - Parameters:
    ///   - lists: 2 to 8 names.
    ///   - counts: persons by combination, from 1 on.
    public init(lists: [String], counts: [Double]) {
        precondition(counts.count == 1 << lists.count - 1)
        self.lists = lists
        self.counts = counts
    }

    /// Persons seen.
    public var seen: Double { counts.reduce(0, +) }

    /// The name of a set of lists: their names with `*` between.
    func name(_ term: Int) -> String {
        lists.indices.filter { term >> $0 & 1 == 1 }.map { lists[$0] }.joined(separator: "*")
    }

    /// Persons seen on all lists of a set, and perhaps on others.
    func overlap(_ term: Int) -> Double {
        (1...counts.count).filter { $0 & term == term }.map { counts[$0 - 1] }.reduce(0, +)
    }
}
