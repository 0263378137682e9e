import Definitions
import Domain

/// The leaves of several releases that are bound to each other, and how.
struct ReleaseLinks {
    private struct Cell: Hashable {
        /// 0 is the release to come; earlier ones count from 1.
        let vintage: Int
        let region: String
        let name: String
    }

    let reference: RegionReference
    private var numbers: [Cell: Int] = [:]
    private var names: [String] = []
    private var knowledge: [CellKnowledge] = []
    private var relations: [[(cell: Int, coefficient: Int)]] = []
    private var changes: [(earlier: Int, later: Int, name: String)] = []

    /// Cells whose printed numbers cannot be of one count.
    private(set) var contradictions: [String] = []

    init(reference: RegionReference) {
        self.reference = reference
    }

    /// Whether nothing is bound.
    var isEmpty: Bool { relations.isEmpty && changes.isEmpty }

    /// Binds the leaves of an earlier release to those of this one.
    mutating func add(
        _ before: [String: [String: Int64?]],
        _ old: ReleasedCells,
        vintage: Int,
        beside now: [String: [String: Int64?]],
        _ new: ReleasedCells,
        isSameCount: Bool
    ) {
        let isExact = old.method == .exact && new.method == .exact
        guard isSameCount || isExact else { return }
        let oldRegions = Set(old.layout.regions)
        let newRegions = Set(new.layout.regions)
        for region in oldRegions.intersection(newRegions).sorted() {
            let one = before[region] ?? [:]
            let other = now[region] ?? [:]
            for name in Set(one.keys).union(other.keys).sorted() {
                let earlier = one[name] ?? .some(0)
                let later = other[name] ?? .some(0)
                guard earlier != later else { continue }
                if isSameCount, let earlier, let later,
                    abs(earlier - later) > Int64(old.reach + new.reach)
                {
                    contradictions.append("\(region) \(name)")
                    continue
                }
                let first = cell(vintage, region, name, earlier, old)
                let second = cell(0, region, name, later, new)
                if isSameCount {
                    relations.append([
                        (cell: first, coefficient: 1), (cell: second, coefficient: -1),
                    ])
                } else {
                    changes.append((first, second, "\(region) \(name)"))
                }
            }
        }
        if isSameCount {
            merge(before, old, oldRegions, vintage, now, new, newRegions)
        }
    }

    /// A municipality that is new counts what the ones that went into it alone counted.
    private mutating func merge(
        _ before: [String: [String: Int64?]],
        _ old: ReleasedCells,
        _ oldRegions: Set<String>,
        _ vintage: Int,
        _ now: [String: [String: Int64?]],
        _ new: ReleasedCells,
        _ newRegions: Set<String>
    ) {
        var parts: [String: [String]] = [:]
        let prefix = "\(Geography.municipality.rawValue) "
        let years = reference.referenceYear
        for gone in oldRegions.subtracting(newRegions).sorted() where gone.hasPrefix(prefix) {
            let into = reference.municipalities(
                overlapping: String(gone.dropFirst(prefix.count)),
                in: years
            )
            guard into.count == 1, newRegions.contains(prefix + into[0]) else { continue }
            parts[prefix + into[0], default: []].append(gone)
        }
        for (whole, gone) in parts.sorted(by: { $0.key < $1.key }) {
            // One that was there already is a part too.
            let all = gone + (oldRegions.contains(whole) ? [whole] : [])
            let kinds = all.reduce(into: Set((now[whole] ?? [:]).keys)) {
                $0.formUnion((before[$1] ?? [:]).keys)
            }
            for name in kinds.sorted() {
                let terms = all.map { part in
                    (
                        cell: cell(vintage, part, name, before[part]?[name] ?? .some(0), old),
                        coefficient: 1
                    )
                }
                let total = cell(0, whole, name, now[whole]?[name] ?? .some(0), new)
                relations.append(terms + [(cell: total, coefficient: -1)])
            }
        }
    }

    /// The system for the attacker.
    func system() -> CellSystem {
        let all = names + changes.map { "change of \($0.name)" }
        let sums = relations.map { relation in relation.last.map { names[$0.cell] } ?? "" }
        var system = CellSystem(
            labels: GivenLabels(cells: all, relations: sums + changes.map(\.name))
        )
        for own in knowledge { system.addCell(own) }
        for relation in relations { system.addRelation(relation) }
        for change in changes {
            let made = system.addCell(.absent, kind: .change)
            system.addRelation([
                (cell: change.earlier, coefficient: 1), (cell: made, coefficient: 1),
                (cell: change.later, coefficient: -1),
            ])
        }
        return system
    }

    private mutating func cell(
        _ vintage: Int,
        _ region: String,
        _ name: String,
        _ printed: Int64?,
        _ cells: ReleasedCells
    ) -> Int {
        let key = Cell(vintage: vintage, region: region, name: name)
        if let known = numbers[key] { return known }
        let number = knowledge.count
        numbers[key] = number
        names.append(vintage == 0 ? "\(region) \(name)" : "\(region) \(name), vintage \(vintage)")
        switch (printed, cells.method) {
        case (nil, _): knowledge.append(.suppressed)
        case (let value?, .exact): knowledge.append(.exact(Int(value)))
        case (let value?, .adjacent):
            knowledge.append(.rounded(Int(value), base: cells.base, mode: .adjacent))
        }
        return number
    }
}
