import Comparison
import Definitions
import Domain
import Indicators
import Statistics
import TestSupport
import Testing

@Suite("The overlap of linked lists")
struct LinkedListTests {
    private static let sources = ["jeugdhulp", "jeugdbescherming", "veiligthuis", "csg-records"]

    /// Each child of the year by its lists, looked up in the texts one number at a time.
    private func combinations(
        _ files: [PlainFile],
        _ definitions: DefinitionSet
    ) -> [String: Int] {
        let reports = ReportTwin(files: files, definitions: definitions)
            .reports(of: .year(2019)).filter(\.isReport)
        let halves = Period.year(2019).halves
        func rows(_ source: String) -> [[String: String]] {
            halves.flatMap { files.latest(source, $0).flatMap(\.rows) }
        }
        func runs(_ row: [String: String]) -> Bool {
            let end = row["datum_einde"] ?? ""
            return (row["datum_aanvang"] ?? "") <= "20191231" && (end.isEmpty || end >= "20190101")
        }
        func isYoung(_ birth: String) -> Bool {
            let day = TwinReport.day(birth)
            guard day.count == 8, birth != "99999999", day <= "20191231" else { return false }
            return day > "20190101" || TwinReport.isUnder(18, birth, on: "20190101")
        }
        var counts: [String: Int] = [:]
        for number in FictiveNumbers.first(12) {
            var lists: [String] = []
            let help = rows("jeugdhulp") + rows("jeugdbescherming")
            let isHelped = help.contains { row in
                row["bsn"] == number && runs(row)
                    && (row["verwijzer"].map { $0 == "04" } ?? true)
                    && isYoung(row["geboortedatum"] ?? "")
            }
            if isHelped { lists.append("ci") }
            let isReported = reports.contains { report in
                report.day.hasPrefix("2019")
                    && report.victims.contains {
                        $0["bsn"] == number && isYoung($0["geboortedatum"] ?? "")
                    }
            }
            if isReported { lists.append("vt") }
            let isSeen = rows("csg-records").contains { row in
                row["bsn"] == number && (row["datum"] ?? "").hasPrefix("2019")
                    && isYoung((row["geboortejaar"] ?? "") + "0701")
            }
            if isSeen { lists.append("csg") }
            if !lists.isEmpty {
                counts[lists.joined(separator: "+"), default: 0] += 1
                counts["T", default: 0] += 1
            }
        }
        return counts
    }

    @Test(arguments: 1...40)
    func `random deliveries give each child by its lists, and the models of those counts`(
        seed: Int
    ) throws {
        var maker = NastyLinked(seed: UInt64(seed))
        let files = maker.files()
        let definitions = try TestDefinitions.allLinked()
        let folder = try TestFolder()
        let paths = try files.enumerated().map { index, file in
            try folder.write(file.text, to: "\(index)/\(file.source)/file.csv")
        }
        let received = try ReceivedDeliveries(
            paths: paths,
            in: folder,
            definitions: definitions,
            permits: LinkedSourceTests.permits
        )
        defer { withExtendedLifetime(received) {} }
        var absent: [AbsentTable.Reason] = []
        let found = try received.stage().lines(["RE-03"], [.year(2019)]) {
            absent.append($0.reason)
        }
        let isWhole = LinkedListTests.sources.allSatisfy { source in
            Period.year(2019).halves.allSatisfy(files.periods(of: source).contains)
        }
        #expect(absent == (isWhole ? [] : [.secondSource]))
        guard isWhole else { return }
        let lines = try #require(found["RE-03 2019"])
        let country = lines.filter { $0.hasPrefix("2019,nl,NL01,") }
        let counts = combinations(files, definitions)
        let expected = counts.map { "2019,nl,NL01,\($0.key),T,children,\($0.value)" }
        #expect(Set(country.filter { $0.contains(",children,") }) == Set(expected))
        checkModels(country, counts)
    }

    /// The models of the table are those that the other side of the wall fits to the same counts.
    private func checkModels(_ lines: [String], _ counts: [String: Int]) {
        var histories = [Double](repeating: 0, count: 7)
        for (combination, count) in counts where combination != "T" {
            let bits = combination.split(separator: "+").reduce(0) { bits, list in
                bits | [Substring("ci"): 1, "vt": 2, "csg": 4][list, default: 0]
            }
            histories[bits - 1] = Double(count)
        }
        let lists = CaptureHistories(lists: ["ci", "vt", "csg"], counts: histories)
        let estimates = UnseenEstimate(lists, within: 4, most: 8)
        for model in estimates?.models ?? [] {
            let name =
                model.pairs.isEmpty
                ? "independent"
                : model.pairs.map { $0.joined(separator: "*") }.joined(separator: "+")
            let line = "2019,nl,NL01,T,\(name),estimated_total,\(Int(model.total.rounded()))"
            #expect(lines.contains(line))
        }
        let low = estimates.map { "2019,nl,NL01,T,T,lower,\(Int($0.limits.lower.rounded()))" }
        #expect(lines.first { $0.hasPrefix("2019,nl,NL01,T,T,lower,") } == low)
    }

    @Test func `most of the random years are whole`() throws {
        let whole = (1...40).filter { seed in
            var maker = NastyLinked(seed: UInt64(seed))
            let files = maker.files()
            return LinkedListTests.sources.allSatisfy { source in
                Period.year(2019).halves.allSatisfy(files.periods(of: source).contains)
            }
        }
        #expect(whole.count > 15)
    }
}
