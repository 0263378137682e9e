import Definitions
import Domain
import Privacy
import Store
import TestSupport
import Testing

@Suite("Permits")
struct PermitTests {
    let place: PrivacyFixture

    init() throws {
        place = try PrivacyFixture()
    }

    private func desk(_ name: String, on day: CalendarDay = Requests.day) -> PermitDesk {
        PermitDesk(
            store: place.store,
            definitions: place.definitions,
            actor: Requests.actor(name, on: day)
        )
    }

    private func gate(on day: CalendarDay = Requests.day) -> PermitGate {
        PermitGate(
            store: place.store,
            definitions: place.definitions,
            actor: Requests.actor("ijkpunt", on: day)
        )
    }

    private let linked = PseudonymDomain(
        id: "both",
        sources: ["jeugdhulp", "jeugdbescherming"],
        from: nil,
        until: nil,
        reason: nil
    )

    private func half() throws -> ReportingPeriod { try #require(ReportingPeriod("2019H1")) }

    @Test func `a request reads back as it was written`() throws {
        let request = try Requests.request(
            Requests.yaml(changing: [
                "stigma": "Een \\\"vinkje\\\"\\nop twee regels: # geen commentaar."
            ])
        )
        #expect(try Requests.request(request.yaml) == request)
    }

    @Test func `sources may be joined only with a permit that two others approved`() throws {
        let period = try half()
        #expect(
            throws: PermitRefusal.noPermit(kind: .linkage, subject: "jeugdbescherming+jeugdhulp")
        ) { try gate().letJoin(linked, in: period) }
        let id = try desk("Anna").request(Requests.request(Requests.yaml()), risk: "")
        #expect(id == 1)
        #expect(throws: PermitRefusal.awaiting(permit: 1, approvals: 0, needed: 2)) {
            try gate().letJoin(linked, in: period)
        }
        #expect(throws: PermitRefusal.askerApproves(permit: 1)) { _ = try desk(" anna").approve(1) }
        _ = try desk("Bert").approve(1)
        #expect(throws: PermitRefusal.approvedAlready(permit: 1)) {
            _ = try desk("BERT").approve(1)
        }
        #expect(throws: PermitRefusal.awaiting(permit: 1, approvals: 1, needed: 2)) {
            try gate().letJoin(linked, in: period)
        }
        _ = try desk("Carla").approve(1)
        try gate().letJoin(linked, in: period)
        let before = try #require(ReportingPeriod("2014H2"))
        #expect(throws: PermitRefusal.self) { try gate().letJoin(linked, in: before) }
        try desk("Carla").withdraw(1, reason: "De bronhouder trok zich terug.")
        #expect(throws: PermitRefusal.withdrawn(permit: 1, on: Requests.day)) {
            try gate().letJoin(linked, in: period)
        }
        // Each refusal is in the log, with its code.
        let refusals = try place.store.auditLines([.refusal]).compactMap { $0.event.facts["code"] }
        #expect(
            refusals == [
                "no-permit", "awaiting", "asker-approves", "approved-already", "awaiting",
                "no-permit", "withdrawn",
            ]
        )
    }

    @Test func `a permit that expired is refused, also when the clock is put back`() throws {
        let period = try half()
        _ = try desk("Anna").request(Requests.request(Requests.yaml()), risk: "")
        _ = try desk("Bert").approve(1)
        _ = try desk("Carla").approve(1)
        let last = try #require(CalendarDay(year: 2025, month: 2, day: 28))
        try gate(on: last).letJoin(linked, in: period)
        #expect(throws: PermitRefusal.expired(permit: 1, on: last)) {
            try gate(on: last.advanced(by: 1)).letJoin(linked, in: period)
        }
        // The refusal stands in the log with its day, before which it cannot be any more.
        #expect(throws: PermitRefusal.expired(permit: 1, on: last)) {
            try gate(on: Requests.day).letJoin(linked, in: period)
        }
    }

    @Test func `a permit whose withdrawal was taken from the log is not believed`() throws {
        let period = try half()
        _ = try desk("Anna").request(Requests.request(Requests.yaml()), risk: "")
        _ = try desk("Bert").approve(1)
        _ = try desk("Carla").approve(1)
        try desk("Carla").withdraw(1, reason: "Niet meer nodig.")
        try place.alter("DELETE FROM audit WHERE kind = 'permit-withdrawal'")
        #expect(throws: PermitRefusal.logNotSound(first: .cutOff(after: 3, expected: 4))) {
            try gate().letJoin(linked, in: period)
        }
    }

    @Test(arguments: [
        ("aanleiding_jeugdhulp", "reason-at-start"),
        ("Reden aanmelding", "reason-at-start"),
        ("kindermishandeling_bij_afsluiting", "reason-at-closing"),
        ("was_er_aandacht_voor_kindermishandeling", "outcome-attention-for"),
        ("behandeling_gericht_op_stoppen", "outcome-treatment-aimed-at"),
    ])
    func `the rejected item is refused in each of its forms, for its own reason`(
        _ name: String,
        _ item: String
    ) throws {
        let element = "jeugdhulp.\(name)"
        let request = try Requests.request(
            Requests.yaml(kind: "field", elements: "\"\(element)\"", sources: "jeugdhulp")
        )
        #expect(throws: PermitRefusal.rejectedItem(id: item, name: element)) {
            _ = try desk("Anna").request(request, risk: "")
        }
        let reasons = place.definitions.privacy.rejectedItems.map(\.reason.nl)
        #expect(Set(reasons).count == 4)
        #expect(try place.store.auditLines([.permitRequest]).isEmpty)
    }

    @Test func `each rejected form has the reason and the paragraph of the report`() throws {
        let items = place.definitions.privacy.rejectedItems
        #expect(
            items.map(\.id) == [
                "reason-at-start", "reason-at-closing", "outcome-attention-for",
                "outcome-treatment-aimed-at",
            ]
        )
        #expect(items[0].reason.nl.contains("zelden tot nooit de directe aanleiding"))
        #expect(items[1].reason.nl.contains("Achteraf vastleggen werkt mogelijk stigmatiserend"))
        #expect(items[2].reason.nl.contains("dat er altijd aandacht voor is geweest"))
        #expect(items[3].reason.nl.contains("grote onderrapportage"))
        #expect(
            items.map { $0.reference.hasPrefix("§4.2") || $0.reference.hasPrefix("§4.3") }
                == [true, true, true, true]
        )
    }

    @Test func `no column of the sources goes by a rejected name`() throws {
        for source in try TestDefinitions.load().sources.values {
            for column in source.columns {
                #expect(
                    !place.definitions.privacy.rejectedItems.contains {
                        $0.isNamed(column.name, in: source.id)
                    },
                    "\(column.name)"
                )
            }
        }
    }

    @Test(arguments: [
        (["stigma": "geen"], "too-short"),
        (
            [
                "subsidiarity":
                    "Alleen pseudoniem en vorm worden gebruikt; er komt geen gegeven over het kind bij."
            ],
            "same-words"
        ),
    ])
    func `every weighing is answered in its own words`(
        _ change: [String: String],
        _ code: String
    ) throws {
        let request = try Requests.request(Requests.yaml(changing: change))
        do {
            _ = try desk("Anna").request(request, risk: "")
            Issue.record("the request was taken")
        } catch let refusal as PermitRefusal {
            #expect(refusal.code == code)
        }
    }

    @Test func `the lighter ways of the framework have to be weighed, and are listed`() throws {
        let request = try Requests.request(Requests.yaml(leavingOut: 12))
        #expect(throws: PermitRefusal.alternativesMissing(rows: [12])) {
            _ = try desk("Anna").request(request, risk: "")
        }
        let advised = place.definitions.weighing.rows.filter(\.isAdvised).map(\.number)
        #expect(advised == [2, 3, 6, 7, 9, 12, 19, 22])
        // The row an indicator itself stands in is no lighter way than itself.
        let own = try Requests.request(
            Requests.yaml(kind: "indicator", indicators: "JB-02", leavingOut: 2)
        )
        #expect(try desk("Anna").request(own, risk: "") == 1)
    }

    @Test(arguments: ["2024-02-29", "2027-03-05"])
    func `a term in the past or too long is refused`(_ expires: String) throws {
        let request = try Requests.request(Requests.yaml(expires: expires))
        let longest = Requests.day.advanced(by: 1095)
        #expect(throws: PermitRefusal.badTerm(longest: longest)) {
            _ = try desk("Anna").request(request, risk: "")
        }
    }

    @Test func `what does not exist, one source, and too long keeping are refused`() throws {
        let cases: [(String, PermitRefusal)] = [
            (Requests.yaml(sources: "jeugdhulp, elders"), .unknownSubject(name: "elders")),
            (Requests.yaml(elements: "jeugdhulp.naam"), .unknownSubject(name: "jeugdhulp.naam")),
            (Requests.yaml(indicators: "XX-01"), .unknownSubject(name: "XX-01")),
            (Requests.yaml(elements: "jeugdhulp.bsn", sources: "jeugdhulp"), .tooFewSources),
            (Requests.yaml(years: 13), .keptTooLong(source: "jeugdbescherming", years: 12)),
        ]
        for (yaml, refusal) in cases {
            let request = try Requests.request(yaml)
            #expect(throws: refusal) { _ = try desk("Anna").request(request, risk: "") }
        }
        #expect(throws: PermitRefusal.unknown(permit: 7)) { _ = try desk("Bert").approve(7) }
    }

    @Test func `linking by resemblance is off for real deliveries`() throws {
        try gate().letJoinByResemblance(["veilig-thuis", "csg"], isFictive: true)
        #expect(
            throws: PermitRefusal.noPermit(kind: .probabilisticLinkage, subject: "csg+veilig-thuis")
        ) { try gate().letJoinByResemblance(["veilig-thuis", "csg"], isFictive: false) }
    }

    @Test func `every stored column of the product is lawful or has a permit`() throws {
        let period = try half()
        for id in ["jeugdhulp", "jeugdbescherming"] {
            let source = try #require(place.definitions.sources[id])
            try gate().letStore(columnsOf: source, in: period)
            let lawful = try #require(place.definitions.privacy.lawfulFields[id]).columns
            #expect(lawful == Set(source.columns.filter(\.isStored).map(\.name)))
        }
    }

    @Test func `the assessment says what is in force and cannot be written into`() throws {
        let yaml = Requests.yaml(
            changing: [
                "purpose":
                    "# Kop <script>alert(1)</script> | en een tabel, lang genoeg om te gelden."
            ]
        )
        _ = try desk("Anna").request(Requests.request(yaml), risk: "vier unieken meer")
        _ = try desk("Bert").approve(1)
        _ = try desk("Carla").approve(1)
        let document = ImpactAssessment(definitions: place.definitions, language: .nl)
            .document(permits: try gate().inForce(), on: Requests.day)
        #expect(document.markdown.hasPrefix("# Gegevensbeschermingseffectbeoordeling (DPIA)"))
        #expect(
            document.markdown.contains("| Goedgekeurd door | Bert, 2024-03-01; Carla, 2024-03-01 |")
        )
        #expect(document.markdown.contains("vier unieken meer"))
        #expect(document.markdown.contains("\\# Kop \\<script\\>"))
        #expect(document.html.contains("&lt;script&gt;"))
        #expect(!document.html.contains("<script>"))
        #expect(!document.html.contains("dpia."))
        let empty = ImpactAssessment(definitions: place.definitions, language: .nl)
            .document(permits: [], on: Requests.day)
        #expect(empty.markdown.contains("Er is geen vergunning van kracht"))
    }
}
