import CohortStudies
import Testing

/// Who may be reached how, and who may agree.
struct ContactRuleTests {
    private func broken(
        age: SafeContact.AgeBand = .under12,
        by representative: SafeContact.Representative = .parents,
        accused: SafeContact.Accused = .neither,
        readingAlong: SafeContact.ReadingAlong = .no,
        channel: SafeContact.Channel = .visit,
        apart: Bool = true,
        _ consenters: [SafeContact.Consenter],
        _ outcome: SafeContact.Outcome = .given
    ) -> [String] {
        let contact = SafeContact(
            participant: "P00001",
            ageBand: age,
            representative: representative,
            accused: accused,
            readingAlong: readingAlong,
            channel: channel,
            isHeardApart: apart,
            consenters: consenters,
            outcome: outcome
        )
        return ContactRule.all.filter { $0.isBroken(by: contact) }.map(\.id)
    }

    @Test func `where somebody may read along or it is not known nothing is written`() {
        #expect(broken(readingAlong: .yes, channel: .letter, [.first]) == ["reading-along"])
        #expect(broken(readingAlong: .unknown, channel: .message, [.first]) == ["reading-along"])
        #expect(broken(readingAlong: .yes, channel: .phone, [.first]).isEmpty)
        #expect(broken(readingAlong: .no, channel: .letter, [.first]).isEmpty)
        // Also for somebody who refused: the next letter would be read too.
        #expect(
            broken(readingAlong: .yes, channel: .letter, [], .refused) == ["reading-along"]
        )
    }

    @Test func `an institution that is the guardian agrees for itself`() {
        #expect(broken(by: .institution, [.first, .second]) == ["institution"])
        #expect(broken(by: .institution, [.institution]).isEmpty)
        #expect(broken(by: .guardian, [.first]) == ["guardian"])
        #expect(broken(by: .parents, [.first, .institution]) == ["only-who-may"])
    }

    @Test(arguments: [
        (SafeContact.Accused.first, [SafeContact.Consenter.first], true),
        (.first, [.second], false), (.first, [.first, .second], false),
        (.second, [.second], true), (.both, [.first, .second], true),
        (.unknown, [.first], true), (.unknown, [.first, .second], false),
        (.neither, [.first], false),
    ])
    func `an accused parent is never the only one who agrees`(
        _ accused: SafeContact.Accused,
        _ consenters: [SafeContact.Consenter],
        _ isBroken: Bool
    ) {
        #expect(broken(accused: accused, consenters) == (isBroken ? ["accused"] : []))
        // The word of the child does not make up for it.
        #expect(
            broken(age: .from12To15, accused: accused, consenters + [.youth])
                == (isBroken ? ["accused"] : [])
        )
    }

    @Test func `with both parents accused an institution can agree`() {
        #expect(broken(by: .institution, accused: .both, [.institution]).isEmpty)
    }

    @Test func `who has to agree follows from the age`() {
        #expect(broken(age: .under12, [.youth, .first]) == ["only-who-may"])
        #expect(broken(age: .from12To15, [.first]) == ["youth"])
        #expect(broken(age: .from12To15, [.youth]) == ["authority"])
        #expect(broken(age: .from16, accused: .both, [.youth]).isEmpty)
        #expect(broken(age: .from16, [.first]) == ["youth"])
    }

    @Test func `a child is heard apart`() {
        #expect(broken(apart: false, [.first]) == ["heard-apart"])
        #expect(broken(apart: false, [], .refused).isEmpty)
    }
}
