import Columns
import Definitions
import Domain
import Foundation
import Keys
import Pipeline
import Privacy
import Store
import TestSupport
import Testing

@Suite("Retention, data subjects and breaches")
struct DutiesTests {
    let place: PrivacyFixture
    let actor = Requests.actor("Beheerder")

    init() throws {
        place = try PrivacyFixture()
    }

    private func plan(on day: CalendarDay) throws -> RetentionPlan {
        RetentionPlan(
            deliveries: try place.store.deliveries(),
            permits: [],
            definitions: place.definitions,
            today: day
        )
    }

    @Test func `a delivery is due the day after its term, and not before`() throws {
        try place.receive([
            try place.file(place.text(1, [1, 2], period: "2015H1")),
            try place.file(place.text(1, [1, 2, 3], period: "2019H1")),
        ])
        let last = try #require(CalendarDay(year: 2027, month: 6, day: 30))
        #expect(try plan(on: last).due.isEmpty)
        let due = try plan(on: last.advanced(by: 1)).due
        #expect(due.map(\.delivery) == [1])
        #expect(due.map(\.rows) == [2])
        #expect(due.map(\.until) == [last])
        // Planning erases nothing; applying erases what was planned, and logs it.
        #expect(try place.store.deliveries().count == 2)
        let erasure = try plan(on: last.advanced(by: 1)).apply(
            to: place.store,
            actor: actor,
            workers: PrivacyFixture.workers
        )
        #expect(erasure.deliveries == 1)
        #expect(erasure.rows == 2)
        #expect(try place.store.deliveries().map(\.id) == [2])
        let line = try #require(try place.store.auditLines([.erasure]).last)
        #expect(
            line.event.facts
                == ["reason": "retention", "deliveries": "1", "rows": "2", "segments": "1"]
        )
        #expect(try plan(on: last.advanced(by: 1)).due.isEmpty)
    }

    @Test func `a person is counted and erased by the pseudonym their holder made`() throws {
        let key = SenderKey(try KeyFile.make(path: place.folder.path("sender")))
        let one = try #require(try place.pseudonymise(place.text(1, [1, 2]), with: .key(key)).path)
        let two = try #require(try place.pseudonymise(place.text(2, [2, 3]), with: .key(key)).path)
        try place.receive([one, two])
        let scrambler = NumberScrambler()
        let number = try #require(UInt32(FictiveNumbers.first(2)[1]))
        let sender = try key.kernel(domain: "jeugdhulp").pseudonyms(
            of: [scrambler.scramble(number)],
            scrambler: scrambler,
            workers: PrivacyFixture.workers
        )[0]
        let records = SubjectRecords(
            store: place.store,
            definitions: place.definitions,
            actor: actor,
            workers: PrivacyFixture.workers
        )
        #expect(
            try records.count(sender: sender, domain: "jeugdhulp").map {
                "\($0.source) \($0.period) \($0.holder) \($0.vintage) \($0.records)"
            } == ["jeugdhulp 2019H1 90000001 1 1", "jeugdhulp 2019H1 90000002 1 1"]
        )
        #expect(try records.count(sender: sender, domain: "jeugdbescherming").isEmpty)
        let erasure = try records.erase(sender: sender, domain: "jeugdhulp")
        #expect(erasure.rows == 2)
        #expect(try place.persons().count == 2)
        #expect(try records.count(sender: sender, domain: "jeugdhulp").isEmpty)
        // The log says that it was asked and done, and nothing of whom.
        let facts = try place.store.auditLines([.subjectRequest, .erasure]).map(\.event.facts)
        #expect(facts.count == 4)
        #expect(facts.allSatisfy { $0["pseudonym"] == nil && $0["person"] == nil })
    }

    @Test func `a breach has 72 hours, and whoever answers late is said to be late`() throws {
        let found = UTCInstant(startOf: Requests.day)
        func write(_ facts: [String: String], hours: Int) throws {
            try place.store.log(
                [actor.event(.breach, facts)],
                at: found.advanced(hours: hours)
            )
        }
        try write(["step": "found", "known": found.description], hours: 5)
        func clock() throws -> BreachClock {
            let lines = try place.store.auditLines([.breach])
            return BreachClock.all(in: lines)[0]
        }
        #expect(try clock().deadline.description == "2024-03-04T00:00:00Z")
        #expect(try clock().hoursLeft(at: found.advanced(hours: 12)) == 60)
        #expect(try !clock().isLate(at: found.advanced(hours: 72)))
        #expect(try clock().isLate(at: found.advanced(hours: 73)))
        #expect(try clock().hoursLeft(at: found.advanced(hours: 74)) == -2)
        try write(["breach": "1", "step": "assessed"], hours: 6)
        #expect(try clock().answered == nil)
        try write(["breach": "1", "step": "notified"], hours: 80)
        #expect(try clock().hoursLeft(at: found.advanced(hours: 90)) == nil)
        #expect(try clock().isLate(at: found.advanced(hours: 90)))
        try write(["breach": "9", "step": "closed"], hours: 81)
        #expect(try clock().steps.map(\.step) == [.found, .assessed, .notified])
    }

    @Test func `the register and the templates say what they must in both languages`() throws {
        for language in Language.allCases {
            let text = RegisterDocument(definitions: place.definitions, language: language)
                .document().markdown
            #expect(!text.contains("register."))
            #expect(text.contains("jeugdbescherming"))
        }
        let dutch = RegisterDocument(definitions: place.definitions, language: .nl).document()
        #expect(dutch.html.contains("<h1>Register van verwerkingsactiviteiten</h1>"))
    }

    @Test func `joining sources is computed in uniques and small classes`() throws {
        try place.receive([try place.file(place.text(1, [1, 2, 3, 4, 5]))])
        let risk = LinkageRisk(
            store: place.store,
            limit: 3,
            workers: PrivacyFixture.workers
        )
        // One source alone has nothing to be joined to, and domains that do not meet give nothing.
        #expect(try risk.growth(of: ["jeugdhulp"]) == nil)
        #expect(try risk.growth(of: ["jeugdhulp", "jeugdbescherming"]) == nil)
        let same = try #require(try risk.growth(of: ["jeugdhulp", "jeugdhulp"]))
        #expect(same.before.uniques == 0)
        #expect(same.before.smallestClass == 5)
        #expect(same.after == same.before)
        #expect(
            same.values["records"] == "5" && same.values["k"] == "3"
                && same.values["uniquesAfter"] == "0"
        )
    }
}
