import Domain
import FoundationEssentials
@testable import SyntheticData
import Testing

struct FictiveCountryTests {
    @Test func `the same seed gives the same bytes and another seed does not`() throws {
        let first = try WrittenCountry.with(WrittenCountry.plan(faultRate: 0.02)) {
            try $0.files()
        }
        let again = try WrittenCountry.with(WrittenCountry.plan(faultRate: 0.02)) {
            try $0.files()
        }
        let other = try WrittenCountry.with(WrittenCountry.plan(seed: 4, faultRate: 0.02)) {
            try $0.files()
        }
        #expect(first == again)
        #expect(first != other)
    }

    @Test func `every folder says that it is fictive`() throws {
        try WrittenCountry.with(WrittenCountry.plan(children: 2000)) { country in
            let files = try country.files()
            let truth = String(decoding: files["truth.json"] ?? Data(), as: UTF8.self)
            #expect(truth.contains("\"fictive\" : true"))
            #expect(truth.contains("MetaCPAN"))
            let label = String(decoding: files["README.txt"] ?? Data(), as: UTF8.self)
            #expect(label.hasPrefix("FICTIEF"))
            #expect(label.contains("FICTIVE"))
        }
    }

    @Test func `the truth is what a slow count of the deliveries finds`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            let counter = SlowCounter(deliveries: try DeliveredRecords(country.folder))
            for (period, truth) in country.truth.periods {
                let period = ReportingPeriod.of(period)
                let all = counter.set(period)
                #expect(all.count == truth.trajectories)
                #expect(all.filter { $0.start >= period.start.number }.count == truth.started)
                #expect(all.filter { $0.end != nil }.count == truth.ended)
                #expect(Set(all.compactMap(\.person)).count == truth.youths)
                #expect(truth.trajectories > 1500)
            }
        }
    }

    @Test func `at least two in a hundred records overlap another of the same child`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            let records = try DeliveredRecords(country.folder)
            let all = records.records(.of("2017H2"))
            let merged = SlowCounter(deliveries: records).set(.of("2017H2"))
            #expect((all.count - merged.count) * 2 * 100 >= all.count * 2)
        }
    }

    @Test func `a trajectory that runs on is delivered again with its first start`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            let records = try DeliveredRecords(country.folder)
            for ordinal in (2015 * 2)..<(2018 * 2 + 1) {
                let period = ReportingPeriod(ordinal: ordinal)
                struct Key: Hashable {
                    let person: Int?
                    let holder: Int
                    let form: Int
                    let start: Int32
                }
                func keys(_ records: [DeliveredRecord]) -> Set<Key> {
                    Set(
                        records.map {
                            Key(
                                person: $0.person,
                                holder: $0.holder,
                                form: $0.form,
                                start: $0.start
                            )
                        }
                    )
                }
                let running = keys(records.records(period).filter { $0.end == nil })
                #expect(running.isSubset(of: keys(records.records(period.next))))
                #expect(running.count > 500)
            }
        }
    }

    @Test func `a redelivery changes figures`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            let records = try DeliveredRecords(country.folder)
            let again = records.vintages.filter { $0.value.count > 1 }
            #expect(again.count >= 5)
            for (key, vintages) in again {
                #expect(vintages.count == 2)
                #expect(Set(vintages[0]) != Set(vintages[1]))
                #expect(key.period < .of("2018H2"))
            }
        }
    }

    @Test func `the files can be received in their order`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            var newest: [Substring: ReportingPeriod] = [:]
            var redeliveries: Set<Bool> = []
            let order = try country.order()
            for path in order {
                let parts = path.dropLast(4).split(separator: "-")
                let period = try #require(ReportingPeriod(parts[1]))
                if parts.count == 3 {
                    #expect(parts[2] == "v2")
                    let latest = try #require(newest[parts[0]])
                    #expect(period == latest || period.next == latest)
                    redeliveries.insert(period == latest)
                } else {
                    #expect((newest[parts[0]] ?? period.previous) == period.previous)
                    newest[parts[0]] = period
                }
            }
            #expect(redeliveries == [true, false])
            #expect(Set(order).count == order.count)
        }
    }

    @Test func `one holder is one file for each half-year`() throws {
        let plan = WrittenCountry.plan(children: 3000, sources: ["jeugdhulp"], singleFile: true)
        try WrittenCountry.with(plan) { country in
            let order = try country.order()
            #expect(order.filter { !$0.contains("-v2") }.count == 8)
        }
    }

    @Test func `missing numbers have the code of their half-year`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            func special(_ period: String) throws -> Set<String> {
                let rows = try country.latestRows("jeugdhulp", period)
                let children = rows.filter { $0["geboortedatum"] != "99999999" }
                return Set(children.compactMap { $0["bsn"] })
                    .intersection(["000000000", "999999999"])
            }
            let before = try special("2015H2")
            let after = try special("2016H1")
            #expect(before == ["000000000"])
            #expect(after == ["999999999"])
        }
    }

    @Test func `a municipality has its old code until the merger`() throws {
        try WrittenCountry.with(WrittenCountry.plan()) { country in
            func codes(_ period: String) throws -> Set<String> {
                Set(
                    try country.latestRows("jeugdhulp", period).compactMap { $0["gemeente"] }
                        .map { $0.hasPrefix("GM") ? $0 : "GM" + $0 }
                )
            }
            let before = try codes("2016H2")
            let after = try codes("2017H1")
            #expect(before.isSuperset(of: ["GM0844", "GM0846", "GM0014"]))
            #expect(!before.contains("GM1948"))
            #expect(after.contains("GM1948"))
            #expect(after.isDisjoint(with: ["GM0844", "GM0846"]))
        }
    }

    @Test(arguments: [
        (
            CountryPlan(children: 10, from: .of("2014H2"), to: .of("2016H1"), seed: 1),
            PlanError.periods(.of("2014H2"), .of("2016H1"))
        ),
        (
            CountryPlan(children: 0, from: .of("2015H1"), to: .of("2016H1"), seed: 1),
            PlanError.children(0)
        ),
        (
            CountryPlan(
                children: 10,
                from: .of("2015H1"),
                to: .of("2016H1"),
                seed: 1,
                sources: ["huisarts"]
            ),
            PlanError.source("huisarts")
        ),
    ])
    func `a plan that cannot be met is refused`(_ plan: CountryPlan, _ error: PlanError) throws {
        #expect(throws: error) {
            try FictiveCountry(
                plan: plan,
                definitions: Fixture.definitions(PublishedTables.real.series),
                parameters: Fixture.parameters()
            )
        }
    }
}
