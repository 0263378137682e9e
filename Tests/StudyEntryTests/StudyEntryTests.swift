import CaseFileStudies
import Crypto
import Definitions
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Keys
import Store
import StudyEntry
import TestSupport
import Testing

/// The form as a browser meets it: kept once, blind, guarded.
@Suite("The form for reading case files")
struct StudyEntryTests {
    let folder: TestFolder
    let study: EntryStudy

    init() throws {
        folder = try TestFolder()
        study = try EntryStudy(in: folder)
    }

    private func asking(
        device: String = "L1",
        at clock: TestClock = TestClock(),
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let application = StudyEntry.application(
            try study.room(device: device, clock: clock),
            port: 0,
            secret: "geheim"
        )
        try await application.test(.live, body)
    }

    private func path(_ coder: String, _ file: String, _ section: String, _ round: String = "first")
        -> String
    {
        "/geheim/lezing/\(coder)/\(file)/\(round)/\(section)"
    }

    private static func screened(_ value: String, _ entry: String) -> String {
        "items=sexual-violence-screen&sexual-violence-screen=\(value)&entry=\(entry)&quiet=yes"
    }

    private func post(
        _ client: any TestClientProtocol,
        _ path: String,
        _ body: String,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await client.execute(
            uri: path,
            method: .post,
            headers: headers,
            body: ByteBuffer(string: body)
        )
    }

    @Test func `a page keeps nothing in the browser and loads nothing from elsewhere`() async throws
    {
        try await asking { client in
            let page = try await client.execute(uri: "/geheim/", method: .get)
            #expect(page.status == .ok)
            #expect(page.headers[.cacheControl] == "no-store")
            #expect(page.headers[.setCookie] == nil)
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self';"))
            let text = String(buffer: page.body)
            #expect(text.contains("Wie leest?") && text.contains("112"))
            #expect(!text.contains("http://") && !text.contains("https://"))
        }
    }

    @Test func `without the secret, or from a page of elsewhere, there is nothing`() async throws {
        let file = study.once
        try await asking { client in
            for path in ["/", "/ander/", "/ander/lezing/A1/\(file)/first/screening"] {
                #expect(try await client.execute(uri: path, method: .get).status == .notFound)
            }
            let answer = "items=sexual-violence-screen&sexual-violence-screen=none&entry=a"
            let foreign = try await post(
                client,
                path("A1", file, "screening"),
                answer,
                headers: [.origin: "https://elders.example"]
            )
            #expect(foreign.status == .notFound)
            #expect(try study.records().isEmpty)
        }
    }

    @Test func `an answer is in the store before the browser hears of it, and only once`()
        async throws
    {
        let file = study.once
        try await asking { client in
            let answer = StudyEntryTests.screened("none", "t-1")
            for _ in 0..<3 {
                let kept = try await post(client, path("A1", file, "screening"), answer)
                #expect(kept.status == .noContent)
                #expect(try study.records().count == 1)
            }
            // The network held the first post up: it comes after a later one and changes nothing.
            let later = StudyEntryTests.screened("own-network", "t-2")
            _ = try await post(client, path("A1", file, "screening"), later)
            _ = try await post(client, path("A1", file, "screening"), answer)
            #expect(
                try study.records().map(\.answer?.value) == ["none", "own-network"]
            )
            let page = try await client.execute(uri: path("A1", file, "screening"), method: .get)
            #expect(
                String(buffer: page.body).contains("value=\"own-network\" checked")
            )
        }
    }

    @Test func `an answer that cannot be is said so and not kept`() async throws {
        let file = study.once
        try await asking { client in
            let wrong = try await post(
                client,
                path("A1", file, "dimensions"),
                "items=forms&forms=none&forms=witness&entry=t"
            )
            #expect(wrong.status == .unprocessableContent)
            #expect(String(buffer: wrong.body).contains("Het is niet bewaard."))
            #expect(try study.records().isEmpty)
        }
    }

    @Test func `the slider counts only when a place was chosen`() async throws {
        let file = study.once
        try await asking { client in
            let silent = "items=impact&impact.place=50&entry=t1&quiet=yes"
            let section = study.section(of: "impact")
            _ = try await post(client, path("A1", file, section), silent)
            #expect(try study.records().isEmpty)
            let placed =
                "items=impact&impact=place&impact.place=62&impact.estimated=yes&entry=t2&quiet=yes"
            _ = try await post(client, path("A1", file, section), placed)
            #expect(
                try study.records().map(\.answer)
                    == [Coding.Answer(value: "62", isEstimated: study.mayBeEstimated("impact"))]
            )
        }
    }

    @Test func `what an answer made askable is taken back with it`() async throws {
        let file = study.once
        try await asking { client in
            let section = study.section(of: "safety-plan-present")
            let used = study.section(of: "safety-plan-used")
            _ = try await post(
                client,
                path("A1", file, section),
                "items=safety-plan-present&safety-plan-present=yes&entry=a&quiet=yes"
            )
            _ = try await post(
                client,
                path("A1", file, used),
                "items=safety-plan-used&safety-plan-used=yes&entry=b&quiet=yes"
            )
            _ = try await post(
                client,
                path("A1", file, section),
                "items=safety-plan-present&safety-plan-present=no&entry=c&quiet=yes"
            )
            let merged = EntryMerge(try study.records())
            #expect(merged.codings.first?.answers == ["safety-plan-present": .init(value: "no")])
        }
    }

    @Test func `a second reading is blind, and nobody reads a file twice`() async throws {
        let file = study.twice
        try await asking { client in
            _ = try await post(
                client,
                path("A1", file, "screening"),
                StudyEntryTests.screened("own-network", "a")
            )
            let own = try await client.execute(
                uri: path("A1", file, "screening", "second"),
                method: .get
            )
            #expect(own.status == .notFound)
            let list = try await client.execute(uri: "/geheim/?coder=B1", method: .get)
            #expect(String(buffer: list.body).contains("/\(file)/second/"))
            let second = try await client.execute(
                uri: path("B1", file, "screening", "second"),
                method: .get
            )
            #expect(second.status == .ok)
            #expect(!String(buffer: second.body).contains(" checked"))
            let first = try await client.execute(uri: path("B1", file, "screening"), method: .get)
            #expect(first.status == .notFound)
        }
    }

    @Test func `the form works without script: keep, go on, finish`() async throws {
        let file = study.once
        try await asking { client in
            let next = try await post(
                client,
                path("A1", file, "screening"),
                "items=sexual-violence-screen&sexual-violence-screen=none&entry=a"
            )
            #expect(next.status == .seeOther)
            #expect(next.headers[.location] == path("A1", file, "dimensions"))
            // What an answer makes askable comes before the next page.
            let section = study.section(of: "safety-plan-present")
            let again = try await post(
                client,
                path("A1", file, section),
                "items=safety-plan-present&safety-plan-present=yes&entry=b"
            )
            #expect(again.headers[.location] == path("A1", file, section))
            let open = try await post(client, "/geheim/klaar/A1/\(file)/first", "entry=c")
            #expect(open.status == .ok)
            #expect(String(buffer: open.body).contains("Deze vragen hebben nog geen antwoord."))
            // Everything else is not in the file: then it is finished, and can be gathered.
            try study.answerRest(file, "A1")
            let done = try await post(client, "/geheim/klaar/A1/\(file)/first", "entry=d")
            #expect(done.status == .seeOther)
            let gathered = try GatheredReadings(study.records(), study.state, study.instrument)
            #expect(gathered.codings.map(\.file) == [file])
            #expect(gathered.unfinished == 0)
        }
    }

    @Test func `who read long enough is asked to stop, and what was typed is kept all the same`()
        async throws
    {
        let file = study.once
        let clock = TestClock()
        try await asking(at: clock) { client in
            let page = path("A1", file, "screening")
            #expect(try await client.execute(uri: page, method: .get).status == .ok)
            for minute in stride(from: 10, through: 90, by: 10) {
                clock.set(minutes: minute)
                _ = try await post(
                    client,
                    page,
                    StudyEntryTests.screened("none", "m\(minute)")
                )
            }
            let rest = try await client.execute(uri: page, method: .get)
            #expect(String(buffer: rest.body).contains("Over 15 minuten kunt u verder"))
            let late = try await post(
                client,
                page,
                StudyEntryTests.screened("own-network", "z")
            )
            #expect(late.status == .noContent)
            #expect(try study.records().last?.answer?.value == "own-network")
            clock.set(minutes: 104)
            let still = try await client.execute(uri: page, method: .get)
            #expect(String(buffer: still.body).contains("Tijd om te stoppen"))
            clock.set(minutes: 106)
            let after = try await client.execute(uri: page, method: .get)
            #expect(String(buffer: after.body).contains("U leest 0 minuten."))
        }
    }

    @Test func `two laptops that differ are shown to the coder, who decides`() async throws {
        let file = study.once
        let other = try EntryStudy(in: folder, name: "L2")
        let page = path("A1", file, "screening")
        try await asking { client in
            _ = try await post(
                client,
                page,
                StudyEntryTests.screened("none", "a")
            )
        }
        try other.type("own-network", to: "sexual-violence-screen", file, "A1", device: "L2")
        let key = SymmetricKey(size: .bits256)
        let parcel = try EntryParcel.seal(other.records(), of: "made", key: key)
        #expect(!String(decoding: parcel, as: UTF8.self).contains(file))
        let opened = try EntryParcel.open(parcel, of: "made", key: key)
        #expect(try study.journal("sync").take(opened) == 1)
        #expect(try study.journal("sync").take(opened) == 0)
        #expect(throws: EntryParcel.Failure.unopenable) {
            try EntryParcel.open(parcel, of: "another", key: key)
        }
        #expect(EntryMerge(try study.records()).conflicts.count == 1)
        try await asking { client in
            let shown = String(buffer: try await client.execute(uri: page, method: .get).body)
            #expect(shown.contains("Op twee apparaten staat hier iets anders."))
            #expect(shown.contains("Apparaat L2, 2026-01-05: Ja, in het eigen netwerk"))
            _ = try await post(
                client,
                page,
                StudyEntryTests.screened("none", "b")
            )
            let merged = EntryMerge(try study.records())
            #expect(merged.conflicts.isEmpty)
            #expect(merged.codings.first?.answers["sexual-violence-screen"]?.value == "none")
        }
    }
}
