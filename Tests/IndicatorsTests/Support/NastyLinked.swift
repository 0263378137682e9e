import Domain
import TestSupport

/// Deliveries of four sources from a seed in which the same children meet.
struct NastyLinked {
    private var random: SeededGenerator
    private let seed: UInt64
    private let numbers = FictiveNumbers.first(12)

    init(seed: UInt64) {
        self.seed = seed
        random = SeededGenerator(seed: seed &+ 77_000)
    }

    /// The files in the order of receipt: reports, then contacts, help and measures.
    mutating func files() -> [PlainFile] {
        var maker = NastyReports(seed: seed)
        var files = maker.files().filter { $0.source == "veiligthuis" }
        // Sometimes the data end with the half-year of the reports, sometimes a half-year is missing.
        let halves = ["2019H1", "2019H2", "2020H1", "2020H2"].compactMap { ReportingPeriod($0) }
        let helped = halves.prefix(random.number(1...4)).filter {
            $0 == halves[0] || !random.chance(12)
        }
        for half in halves.dropLast() where !random.chance(10) {
            if let file = contacts(half) { files.append(file) }
        }
        for half in helped {
            for holder in ["90000001", "90000002"] where half == halves[0] || random.chance(80) {
                for _ in 0..<(random.chance(20) ? 2 : 1) {
                    if let file = help(half, holder) { files.append(file) }
                }
            }
        }
        for half in halves.dropLast(2) {
            if let file = measures(half) { files.append(file) }
        }
        return files
    }

    private mutating func day(in half: ReportingPeriod, after days: Int = 0) -> String {
        let first = Int(half.start.number) + days
        return text(Int32(random.number(first...Int(half.end.number))))
    }

    private func text(_ number: Int32) -> String {
        let parts = CalendarDay(number: number).components
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.year)\(two(parts.month))\(two(parts.day))"
    }

    private mutating func municipality() -> String {
        random.pick(["GM0363", "GM0344", "GM0014", "GM0003", "GM0855"])
    }

    private mutating func help(_ half: ReportingPeriod, _ holder: String) -> PlainFile? {
        var lines = [
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging"
        ]
        for _ in 0..<random.number(4...14) {
            let start =
                random.chance(40)
                ? text(half.start.number - Int32(random.number(1...500))) : day(in: half)
            let isOver = random.chance(35)
            let first = max(TwinReport.number(start) ?? 0, half.start.number)
            let end = isOver ? text(Int32(random.number(Int(first)...Int(half.end.number)))) : ""
            lines.append(
                [
                    holder, half.description, random.chance(95) ? random.pick(numbers) : "",
                    "2010\(random.number(10...12))15", random.pick(["M", "V"]), municipality(),
                    random.pick(["02", "04"]),
                    random.pick(["01", "02", "02", "03", "04", "11", "12", "13", "14"]), start, end,
                    isOver ? "01" : "",
                ].joined(separator: ";")
            )
        }
        return file("jeugdhulp", lines)
    }

    private mutating func measures(_ half: ReportingPeriod) -> PlainFile? {
        var lines = [
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;maatregel;datum_aanvang;"
                + "datum_einde;reden_beeindiging"
        ]
        for _ in 0..<random.number(1...4) {
            lines.append(
                [
                    "90000003", half.description, random.pick(numbers), "20100515", "V",
                    municipality(), random.pick(["11", "12"]), day(in: half), "", "",
                ].joined(separator: ";")
            )
        }
        return file("jeugdbescherming", lines)
    }

    private mutating func contacts(_ half: ReportingPeriod) -> PlainFile? {
        var lines = [
            "centrum;verslagperiode;nummer;datum;geboortejaar;geslacht;gemeente;acuut;aard;bsn"
        ]
        for number in 1...random.number(2...9) {
            lines.append(
                [
                    "Groningen", half.description, "N\(number)", day(in: half),
                    "\(random.pick([2000, 2001, 2002, 2003, 2008, 2010]))",
                    random.pick(["M", "V"]), random.chance(80) ? municipality() : "",
                    random.pick(["J", "N"]), random.pick(["V", "A", "X"]),
                    random.chance(80) ? random.pick(numbers) : "",
                ].joined(separator: ";")
            )
        }
        return file("csg-records", lines)
    }

    private func file(_ source: String, _ lines: [String]) -> PlainFile? {
        var seen: Set<String> = []
        let distinct = lines.filter { seen.insert($0).inserted }
        return PlainFile(source: source, text: distinct.joined(separator: "\n") + "\n")
    }
}
