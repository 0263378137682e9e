import Definitions
import Statistics

/// *Uitval*: who was measured and who was lost, and weights that let the measured stand for all.
///
/// Within a class of what was known at the first wave (violence then, and age), those who were
/// measured later are taken as a random part of the class. Where an age has fewer than five of them
/// the ages of that class of violence are joined; a class of violence with fewer than five is joined
/// with the one that has the most. What that assumption could hide is
/// in the bounds of every figure.
public struct Attrition: Sendable {
    /// The least number that may stand for a class.
    public static let leastAnswers = 5

    /// Those who take part.
    public let members: [Participant]
    private let start: [String: ViolenceClass]

    /// Looks at a cohort.
    public init(_ state: CohortState) {
        members = state.members
        let first = state.request.waves.first?.id ?? ""
        start = state.measured(in: first).compactMapValues {
            ViolenceClass.of($0, state.request.violence)
        }
    }

    /// How much more each of the measured stands for.
    ///
    /// - Parameter measured: the codes of those who have a value.
    /// - Returns: weights, by code, whose sum is the number of members; empty without any measured.
    public func weights(_ measured: Set<String>) -> [String: Double] {
        var weights: [String: Double] = [:]
        for group in groups(measured) {
            let cells = Dictionary(grouping: group, by: \.ageClass)
            let isFine = cells.values.allSatisfy { cell in
                cell.count { measured.contains($0.code) } >= Attrition.leastAnswers
            }
            for cell in isFine ? Array(cells.values) : [group] {
                let seen = cell.filter { measured.contains($0.code) }
                for member in seen {
                    weights[member.code] = Double(cell.count) / Double(seen.count)
                }
            }
        }
        return weights
    }

    /// The members by violence at the start; classes with too few measured are joined with the one
    /// that has the most.
    private func groups(_ measured: Set<String>) -> [[Participant]] {
        let classes = Dictionary(grouping: members) { start[$0.code]?.rawValue ?? "U" }
            .sorted { $0.key < $1.key }
        func seen(_ group: [Participant]) -> Int { group.count { measured.contains($0.code) } }
        var large = classes.filter { seen($0.value) >= Attrition.leastAnswers }.map(\.value)
        let small = classes.filter { seen($0.value) < Attrition.leastAnswers }.flatMap(\.value)
        guard let most = large.indices.max(by: { seen(large[$0]) < seen(large[$1]) }) else {
            return [small]
        }
        large[most] += small
        return large
    }

    /// A share among the measured, brought to all members.
    ///
    /// The interval is Wilson's, at the effective number (Σ w)² ÷ Σ w² (Kish 1965, § 11.7). The
    /// bounds are what the share would be if none, or all, of those who were lost had the trait.
    ///
    /// - Parameters:
    ///   - values: whether each of the measured has the trait, by code.
    ///   - level: confidence.
    /// - Returns: the share; without a value when nobody was measured.
    public func share(_ values: [String: Bool], level: Double) -> CohortShare {
        let own = Set(members.map(\.code))
        let known = values.filter { own.contains($0.key) }.sorted { $0.key < $1.key }
        let weights = weights(Set(known.map(\.key)))
        let with = known.count { $0.value }
        guard !known.isEmpty else { return CohortShare(persons: 0, with: 0, lost: members.count) }
        var sum = 0.0
        var squares = 0.0
        var having = 0.0
        for (code, value) in known {
            let weight = weights[code] ?? 0
            sum += weight
            squares += weight * weight
            if value { having += weight }
        }
        let share = having / sum
        let effective = sum * sum / squares
        let lost = members.count - known.count
        let all = Double(members.count)
        return CohortShare(
            persons: known.count,
            with: with,
            lost: lost,
            share: share,
            effective: effective,
            interval: ProportionInterval.wilson.limits(
                successes: min(share * effective, effective),
                of: effective,
                level: level
            ),
            bounds: Interval(Double(with) / all, Double(with + lost) / all)
        )
    }
}
