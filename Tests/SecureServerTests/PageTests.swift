import Columns
import Definitions
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pipeline
import Privacy
import SecureServer
import Store
import TestSupport
import Testing

@Suite("Pages behind login")
struct PageTests {
    let place: SecureFixture

    init() throws { place = try SecureFixture() }

    @Test func `four eyes on pages are two accounts other than the asker's`() async throws {
        try place.add("checker twee", .checker)
        let text = try place.requestText()
        try await place.asking { client in
            var analyst = Browser(client)
            try await analyst.login("analyst")
            let form = "/vergunningen/aanvraag"
            let sent = try await analyst.post(
                form,
                [
                    "form": try await analyst.token(on: form, for: form),
                    "request": text.replacing("\n", with: "\r\n"),
                ]
            )
            #expect(sent.headers[.location] == "/vergunningen/1")
            let page = "/vergunningen/1"
            for (name, status) in [
                ("checker", 303), ("checker", 409), ("checker twee", 303),
            ] {
                var checker = Browser(client)
                try await checker.login(name)
                let act = page + "/goedkeuren"
                let answer = try await checker.post(
                    act,
                    ["form": try await checker.token(on: page, for: act), "remark": "Goed."]
                )
                #expect(answer.status.code == status)
                if status == 409 {
                    #expect(String(buffer: answer.body).contains("keurde vergunning 1 al goed"))
                }
            }
            let shown = String(buffer: try await analyst.get(page).body)
            #expect(shown.contains("Van kracht."))
            #expect(shown.contains("checker twee, "))
            #expect(!shown.contains("name=\"remark\""))
        }
        let gate = PermitGate(
            store: place.store,
            definitions: place.definitions,
            actor: place.actor("analyst", .analyst)
        )
        #expect(try gate.inForce().map(\.id) == [1])
        #expect(try place.refusals() == ["approved-already"])
    }

    @Test func `a request that does not read is sent back with the line, and nothing is kept`()
        async throws
    {
        try await place.asking { client in
            var analyst = Browser(client)
            try await analyst.login("analyst")
            let form = "/en/vergunningen/aanvraag"
            let answer = try await analyst.post(
                form,
                [
                    "form": try await analyst.token(on: form, for: form),
                    "request": "kind: anders\n<script>",
                ]
            )
            #expect(answer.status == .unprocessableContent)
            let text = String(buffer: answer.body)
            #expect(text.contains("The request cannot be read as it is"))
            #expect(!text.contains("<script>"))
        }
        #expect(try place.store.auditLines([.permitRequest]).isEmpty)
    }

    @Test func `the log is shown, and a line taken from it is named`() async throws {
        let place = place
        try await place.asking { client in
            var checker = Browser(client)
            try await checker.login("checker")
            let page = String(buffer: try await checker.get("/logboek").body)
            #expect(page.contains("change=added role=checker"))
            #expect(!page.contains(SecureFixture.password))
            let sound = String(buffer: try await checker.get("/en/logboek/controle").body)
            #expect(sound.contains("lines"))
            try place.alter("DELETE FROM audit WHERE number = 2")
            let broken = String(buffer: try await checker.get("/en/logboek/controle").body)
            #expect(broken.contains("Line 2"))
        }
    }

    @Test func `a holder sees its own deliveries, and nobody sees a record`() async throws {
        let numbers = FictiveNumbers.first(2)
        var paths: [String] = []
        for (holder, number) in zip(["90000001", "90000002"], numbers) {
            paths.append(
                try place.folder.write(
                    "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;"
                        + "hulpvorm;datum_aanvang;datum_einde;reden_beeindiging\n"
                        + "\(holder);2019H1;\(number);20080315;V;GM0363;02;02;20190101;;\n",
                    to: "in/\(holder)/jeugdhulp/delivery.csv"
                )
            )
        }
        try ReceiveStage(
            definitions: place.definitions,
            store: place.store,
            today: place.clock.now.day,
            workers: Workers(cores: 1)
        ).run(paths, named: nil, progress: { _, _ in }) { _ in }
        try await place.asking { client in
            for (role, sees) in [
                (Role.holder, ["90000001"]), (.analyst, ["90000001", "90000002"]),
            ] {
                var browser = Browser(client)
                try await browser.login(SecureFixture.name(role))
                let text = String(buffer: try await browser.get("/leveringen").body)
                for holder in ["90000001", "90000002"] {
                    #expect(text.contains("<td>\(holder)</td>") == sees.contains(holder))
                }
                #expect(text.contains("\(sees.count) leveringen"))
                #expect(!text.contains("\(numbers[0])") && !text.contains("20080315"))
            }
        }
    }

    @Test func `every page has its words in both languages`() async throws {
        try place.askForPermit()
        try await place.asking { client in
            for role in Role.allCases where role != .public {
                var browser = Browser(client)
                try await browser.login(SecureFixture.name(role))
                for route in AccessTable.routes
                where route.method == .get && route.roles.contains(role) {
                    for prefix in ["", "/en"] {
                        let path = prefix + route.path.replacing("{id}", with: "1")
                        let text = String(buffer: try await browser.get(path).body)
                        #expect(!text.contains("secure."), "\(path)")
                    }
                }
            }
        }
    }
}
