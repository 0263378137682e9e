import Domain
import FoundationEssentials
@testable import SyntheticData
import Testing

struct ReportTests {
    private static func plan(_ sources: Set<String>) -> CountryPlan {
        CountryPlan(
            children: 20_000,
            from: .of("2018H2"),
            to: .of("2019H2"),
            seed: 5,
            sources: sources,
            holders: 4
        )
    }

    @Test func `reports, contacts and rehabilitation change nothing of what was there`() throws {
        let two = try WrittenCountry.with(ReportTests.plan(Set(SyntheticData.sources))) {
            try $0.files()
        }
        let all = try WrittenCountry.with(ReportTests.plan(Set(SyntheticData.allSources))) {
            try $0.files()
        }
        for (path, bytes) in two where path.hasPrefix("jeugd") { #expect(all[path] == bytes) }
        #expect(all.keys.contains("veiligthuis/VT01-2019H1.csv"))
        #expect(all.keys.contains("csg-counts/CSG01-2019H2.csv"))
        #expect(all.keys.contains { $0.hasPrefix("jeugdreclassering/") })
        #expect(!all.keys.contains { $0.contains("veiligthuis") && $0.contains("2018") })
    }

    @Test func `the truth is what a count of the deliveries finds`() throws {
        try WrittenCountry.with(ReportTests.plan([SyntheticData.reports])) { country in
            let files = try country.files()
            let truth = try #require(country.truth.periods["2019H1"]?.reports)
            var reports: [String: Bool] = [:]
            var advices: Set<String> = []
            var victims: Set<String> = []
            for (path, bytes) in files where path.hasSuffix("-2019H1.csv") {
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                    .dropFirst()
                for line in lines {
                    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
                    guard fields[5].hasPrefix("20190") else { continue }
                    if fields[2] == "A" { advices.insert(String(fields[3])) }
                    guard fields[2] == "M" else { continue }
                    reports[String(fields[3])] = fields[7].split(separator: "+").contains("06")
                    if fields[9] == "S" { victims.insert(String(fields[10])) }
                }
            }
            #expect(reports.count == truth.reports)
            #expect(reports.values.count { $0 } == truth.sexualAbuse)
            #expect(advices.count == truth.advices)
            #expect(victims.count == truth.children)
            #expect(truth.reports > 300)
        }
    }

    @Test func `part of the children in reports have help, and the truth counts them`() throws {
        let plan = ReportTests.plan(Set(SyntheticData.allSources))
        try WrittenCountry.with(plan) { country in
            let truth = try #require(country.truth.periods["2019H1"]?.reports)
            #expect(truth.childrenWithHelp > 20)
            #expect(truth.childrenWithHelp + truth.childrenWithNewHelp < truth.children)
        }
    }
}
