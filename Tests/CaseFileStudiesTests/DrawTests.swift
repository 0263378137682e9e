import CaseFileStudies
import Definitions
import Domain
import Statistics
import Testing

struct DrawTests {
    @Test func `the same seed draws the same sample, another seed another`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1)
        let first = try #require(try study.state(seed: "2025-0417").draw)
        let again = try #require(try study.state(seed: "2025-0417").draw)
        let other = try #require(try study.state(seed: "2025-0418").draw)
        #expect(first == again)
        #expect(first != other)
        #expect(first.organisations.count == 14)
        #expect(Set(first.files.map(\.code)).count == first.files.count)
        #expect(first.files.map(\.code) == first.files.map(\.code).sorted())
    }

    @Test func `the order is the documented one`() {
        // HMAC-SHA-256 with the key "zaad" of "s|l|0" … "s|l|3", by Python's hmac, begins with
        // aa0e1031, 88431214, 1721a008, 41195353.
        let order = DrawOrder(study: "s", seed: "zaad").order(4, in: "l")
        #expect(order == [2, 3, 1, 0])
    }

    @Test func `systematic sampling keeps to its chances`() {
        let sizes = [10.0, 20, 30, 40, 5, 15, 60, 20]
        let total = sizes.reduce(0, +)
        let chances = sizes.map { 3 * $0 / total }
        var hits = sizes.map { _ in 0.0 }
        let rounds = 4000
        for round in 0..<rounds {
            let order = DrawOrder(study: "s", seed: "\(round)")
            let drawn = UnitDraw.systematic(
                chances,
                order: order.order(sizes.count, in: "o"),
                start: order.uniform("start")
            )
            #expect(drawn.count == 3)
            for place in drawn { hits[place] += 1 }
        }
        for (hit, chance) in zip(hits, chances) {
            let error = (chance * (1 - chance) / Double(rounds)).squareRoot()
            #expect(abs(hit / Double(rounds) - chance) < 4 * error)
        }
    }

    @Test func `a frame that changed since the plan is refused`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1)
        let other = try MadeStudy(organisations: 30, seed: 2)
        let plan = try DesignStage(
            request: study.request,
            text: study.text,
            instrument: study.instrument
        ).run(study.frame, version: 1, day: CalendarDay(number: 20_000))
        #expect(throws: StudyError.frameChanged(id: "made")) {
            try DrawStage(request: study.request, plan: plan).run(other.frame, seed: "x")
        }
    }

    @Test func `a reserve takes the place of a file that was not found, in its stratum`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1) {
            $0.replacing("double-coding", with: "replacements: 1\ndouble-coding")
        }
        var state = try study.state(seed: "x")
        state.consents = [:]
        let gone = try #require(state.sample.first)
        let before = state.sample.count
        let replacement = try state.replacement(of: gone.code, because: "not-found")
        state.replacements.append(replacement)
        let by = try #require(state.sample.first { $0.code == replacement.by })
        #expect(by.organisation == gone.organisation && by.stratum == gone.stratum)
        #expect(state.sample.count == before)
        let next = try state.replacement(of: by.code, because: "not-found")
        #expect(next.by == nil)
        #expect(throws: StudyError.noReplacement(file: gone.code)) {
            try state.replacement(of: gone.code, because: "not-found")
        }
    }

    @Test func `the plan says what it cannot show`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1, change: MadeStudy.screened)
        let plan = try DesignStage(
            request: study.request,
            text: study.text,
            instrument: study.instrument
        ).run(study.frame, version: 1, day: CalendarDay(number: 20_000))
        #expect(plan.outlooks.map(\.domain) == ["T", "sv"])
        #expect(plan.outlooks[0].verdict == .precise)
        // 600 files of which a fifth, all kept: 120, fewer than the whole's 312.
        #expect(abs(plan.outlooks[1].files - 120) < 1e-9)
        #expect(abs(plan.outlooks[0].files - (600 * 0.8 * 0.4 + 120)) < 1e-9)
        #expect(try #require(plan.outlooks[1].power) > 0.5)
        #expect(plan.organisationStrata.map(\.drawn) == [14])
    }

    @Test func `a plan for more than there is says how much there is`() throws {
        let study = try MadeStudy(organisations: 10, seed: 1)
        #expect(throws: StudyError.notEnough(what: "organisations", found: 10, needed: 14)) {
            try study.state(seed: "x")
        }
    }
}
