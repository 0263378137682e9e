import Domain
import FoundationEssentials

/// Writes the deliveries of a world, holder by holder.
struct DeliveryWriter {
    private let world: World
    private let folder: URL
    private let faults: FaultPlan
    private let placeCodes: [[UInt8]]
    private var order: DeliveryOrder
    private var bytes: [UInt8] = []
    private var preliminary: [UInt8] = []

    init(_ world: World, to folder: URL) {
        self.world = world
        self.folder = folder
        faults = FaultPlan(rate: world.plan.faultRate, seed: world.plan.seed)
        placeCodes = world.places.codes.map { Array($0.utf8) }
        order = DeliveryOrder(rounds: world.periods.count)
        bytes.reserveCapacity(1 << 20)
    }

    /// Writes every file and gives the text of `order.txt`.
    mutating func write(progress: (Int, Int) -> Void) throws -> String {
        let hasAssistance = world.plan.sources.contains(SyntheticData.youthAssistance)
        let hasMeasures = world.plan.sources.contains(SyntheticData.protection)
        let total =
            (hasAssistance ? world.holderCount : 0) + (hasMeasures ? world.institutionCount : 0)
        var done = 0
        if hasAssistance {
            try makeFolder(SyntheticData.youthAssistance)
            let (numbers, bounds) = trajectoriesByHolder()
            for holder in 0..<world.holderCount {
                try writeAssistance(
                    holder: holder,
                    numbers[bounds[holder]..<bounds[holder + 1]]
                )
                done += 1
                progress(done, total)
            }
        }
        if hasMeasures {
            try makeFolder(SyntheticData.protection)
            let numbers = measuresByInstitution()
            for institution in 0..<world.institutionCount {
                try writeMeasures(
                    institution: institution,
                    numbers[institution],
                    of: world,
                    source: SyntheticData.protection
                )
                done += 1
                progress(done, total)
            }
        }
        try writeOthers()
        return order.text
    }

    /// The sources that have neither redeliveries nor mistakes.
    private mutating func writeOthers() throws {
        if world.plan.sources.contains(SyntheticData.rehabilitation) {
            try makeFolder(SyntheticData.rehabilitation)
            let measures = world.withRehabilitationAsMeasures
            let numbers = DeliveryWriter.byInstitution(measures)
            for institution in 0..<world.institutionCount {
                try writeMeasures(
                    institution: institution,
                    numbers[institution],
                    of: measures,
                    source: SyntheticData.rehabilitation
                )
            }
        }
        let first = ReportingPeriod(ordinal: 2019 * 2)
        for (index, period) in world.periods.enumerated() where period >= first {
            if world.plan.sources.contains(SyntheticData.reports) {
                try makeFolder(SyntheticData.reports)
                let file = ReportFile(
                    world,
                    periodIndex: index,
                    columns: world.measureColumns[index]
                )
                let days = (period.start.number, period.end.number)
                var own = [[Report]](repeating: [], count: world.regions.organisations.count)
                for report in world.reports where report.belongs(from: days.0, to: days.1) {
                    own[Int(report.organisation)].append(report)
                }
                for (organisation, code) in world.regions.organisations.enumerated() {
                    bytes.removeAll(keepingCapacity: true)
                    file.append(own[organisation], of: organisation, to: &bytes)
                    let path = "\(SyntheticData.reports)/\(code)-\(period).csv"
                    try save(bytes, path)
                    order.addFirst(path, round: index)
                }
            }
            if world.plan.sources.contains(SyntheticData.centreCounts) {
                try makeFolder(SyntheticData.centreCounts)
                let file = CentreFile(world: world, period: period)
                for centre in world.regions.centres.indices {
                    bytes.removeAll(keepingCapacity: true)
                    file.append(
                        world.contacts.filter { Int($0.centre) == centre },
                        of: centre,
                        to: &bytes
                    )
                    // A name of a region may hold signs that a name of a file may not.
                    let number = centre < 9 ? "0\(centre + 1)" : "\(centre + 1)"
                    let path = "\(SyntheticData.centreCounts)/CSG\(number)-\(period).csv"
                    try save(bytes, path)
                    order.addFirst(path, round: index)
                }
            }
        }
    }

    private func makeFolder(_ source: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: source),
            withIntermediateDirectories: true
        )
    }

    /// The numbers of the trajectories, sorted by holder, with the bounds of each holder.
    private func trajectoriesByHolder() -> ([Int32], [Int]) {
        var bounds = Array(repeating: 0, count: world.holderCount + 1)
        for trajectory in world.trajectories { bounds[Int(trajectory.holder) + 1] += 1 }
        for holder in 0..<world.holderCount { bounds[holder + 1] += bounds[holder] }
        var next = bounds
        var numbers = Array(repeating: Int32(0), count: world.trajectories.count)
        for (number, trajectory) in world.trajectories.enumerated() {
            let holder = Int(trajectory.holder)
            numbers[next[holder]] = Int32(number)
            next[holder] += 1
        }
        return (numbers, bounds)
    }

    private func measuresByInstitution() -> [[Int32]] { DeliveryWriter.byInstitution(world) }

    private static func byInstitution(_ world: World) -> [[Int32]] {
        var numbers = Array(repeating: [Int32](), count: world.institutionCount)
        for (number, measure) in world.measures.enumerated() {
            for institution in Set(measure.segments.map(\.institution)) {
                numbers[Int(institution)].append(Int32(number))
            }
        }
        return numbers
    }

    private mutating func writeAssistance(
        holder: Int,
        _ numbers: ArraySlice<Int32>
    ) throws {
        let code = FictiveHolderNumber.provider(holder)
        let style = style(of: code)
        let (world, faults) = (world, faults)
        for (index, period) in world.periods.enumerated() {
            let layout = AssistanceLayout(
                holder: code,
                period: period.description,
                style: style,
                columns: world.assistanceColumns[index],
                places: placeCodes
            )
            func fill(_ isPreliminary: Bool, _ bytes: inout [UInt8]) {
                AssistanceFile(
                    world,
                    periodIndex: index,
                    layout: layout,
                    faults: faults,
                    isPreliminary: isPreliminary
                ).append(numbers, to: &bytes)
            }
            try writeVintages(SyntheticData.youthAssistance, code, index, period, fill)
        }
    }

    private mutating func writeMeasures(
        institution: Int,
        _ numbers: [Int32],
        of world: World,
        source: String
    ) throws {
        let code = FictiveHolderNumber.institution(institution)
        let style = style(of: code)
        let faults = faults
        for (index, period) in world.periods.enumerated() {
            let layout = MeasureLayout(
                holder: code,
                period: period.description,
                style: style,
                columns: world.measureColumns[index],
                places: placeCodes
            )
            func fill(_ isPreliminary: Bool, _ bytes: inout [UInt8]) {
                MeasureFile(
                    world,
                    periodIndex: index,
                    layout: layout,
                    faults: faults,
                    isPreliminary: isPreliminary
                ).append(numbers, of: UInt16(institution), to: &bytes)
            }
            try writeVintages(source, code, index, period, fill)
        }
    }

    /// Writes the first delivery and, where the holder redelivers with other figures, the second.
    private mutating func writeVintages(
        _ source: String,
        _ holder: UInt32,
        _ index: Int,
        _ period: ReportingPeriod,
        _ fill: (Bool, inout [UInt8]) -> Void
    ) throws {
        let stem = "\(source)/\(FictiveHolderNumber.text(holder))-\(period)"
        bytes.removeAll(keepingCapacity: true)
        fill(false, &bytes)
        order.addFirst(stem + ".csv", round: index)
        if world.redelivers(holder, period) {
            preliminary.removeAll(keepingCapacity: true)
            fill(true, &preliminary)
            // An identical redelivery would be no new vintage.
            if preliminary != bytes {
                try save(preliminary, stem + ".csv")
                try save(bytes, stem + "-v2.csv")
                order.addRedelivery(
                    stem + "-v2.csv",
                    of: index,
                    isEarly: (holder + UInt32(index)) % 2 == 0
                )
                return
            }
        }
        try save(bytes, stem + ".csv")
    }

    private func save(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: folder.appending(path: path))
    }

    private func style(of holder: UInt32) -> FileStyle {
        FileStyle(
            holder: holder,
            seed: world.plan.seed,
            outcomePerMille: world.parameters[.outcomeHolder],
            hasFaults: world.plan.faultRate > 0
        )
    }
}
