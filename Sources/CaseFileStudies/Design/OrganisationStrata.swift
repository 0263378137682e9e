import Definitions
import Statistics

/// The strata of organisations, how many are drawn of each, and each one's chance of being drawn.
struct OrganisationStrata {
    struct Stratum {
        let code: String
        /// Places in the frame.
        let members: [Int]
        let drawn: Int
        /// One for each member.
        let probabilities: [Double]
    }

    let strata: [Stratum]

    /// Organisations that are drawn for certain are a stratum of their own: seen whole, they add
    /// nothing to the variance between organisations.
    init(_ frame: CaseFileFrame, _ request: StudyRequest) throws {
        let sizes = frame.organisations.map { Double($0.files.count) }
        var certain: [Int] = []
        var rest: [String: [Int]] = [:]
        for (place, organisation) in frame.organisations.enumerated() {
            if let limit = request.takeAllFrom, organisation.files.count >= limit {
                certain.append(place)
            } else {
                let code = request.organisationStrata == .none ? "T" : organisation.part
                rest[code, default: []].append(place)
            }
        }
        let left = request.organisations - certain.count
        let least = rest.values.reduce(0) { $0 + min(2, $1.count) }
        guard left >= least else {
            throw StudyError.notEnough(
                what: "organisations",
                found: request.organisations,
                needed: certain.count + least
            )
        }
        let codes = rest.keys.sorted()
        let bounds = codes.map { code in
            let members = rest[code] ?? []
            return Allocation.Stratum(
                size: max(members.reduce(0) { $0 + sizes[$1] }, 1),
                deviation: 1,
                lower: Double(min(2, members.count)),
                upper: Double(members.count)
            )
        }
        let drawn = try Allocation(bounds, spending: Double(left), by: .proportional)
            .rounded(within: bounds)
        var strata: [Stratum] = []
        for (code, count) in zip(codes, drawn) {
            let members = rest[code] ?? []
            guard request.method == .proportionalToSize else {
                let chance = Double(count) / Double(members.count)
                strata.append(
                    Stratum(
                        code: code,
                        members: members,
                        drawn: count,
                        probabilities: members.map { _ in chance }
                    )
                )
                continue
            }
            let split = Inclusion.proportional(members.map { sizes[$0] }, drawn: count)
            certain += zip(members, split).filter { $0.1 >= 1 }.map(\.0)
            let kept = zip(members, split).filter { $0.1 < 1 }
            guard !kept.isEmpty else { continue }
            strata.append(
                Stratum(
                    code: code,
                    members: kept.map(\.0),
                    drawn: count - (members.count - kept.count),
                    probabilities: kept.map(\.1)
                )
            )
        }
        if !certain.isEmpty {
            strata.append(
                Stratum(
                    code: "take-all",
                    members: certain.sorted(),
                    drawn: certain.count,
                    probabilities: certain.map { _ in 1 }
                )
            )
        }
        self.strata = strata
    }
}

/// Chances of being drawn.
enum Inclusion {
    /// In proportion to size; who would get more than 1 is certain, and the others share the rest.
    static func proportional(_ sizes: [Double], drawn: Int) -> [Double] {
        var certain = Set<Int>()
        while true {
            let total = sizes.indices.reduce(0) { certain.contains($1) ? $0 : $0 + sizes[$1] }
            let left = Double(drawn - certain.count)
            let more = sizes.indices.filter {
                !certain.contains($0) && left * sizes[$0] >= total * (1 - 1e-12)
            }
            if more.isEmpty || left <= 0 {
                return sizes.indices.map { certain.contains($0) ? 1 : left * sizes[$0] / total }
            }
            certain.formUnion(more)
        }
    }
}
