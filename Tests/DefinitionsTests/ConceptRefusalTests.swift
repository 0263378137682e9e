import Testing

/// Taxonomies and crosswalks as records: what is refused, with its place.
struct ConceptRefusalTests {
    static let refusals = [
        Refusal(
            "concepts/crosswalks.yaml",
            "{concept: Z16.01, broader: [physical-abuse, psychological-abuse,",
            "{concept: Z16.01, broader: [physical-abuse, mental-abuse,",
            says: "concepts/crosswalks.yaml:179: the concept `mental-abuse` of "
                + "`elementary-forms`, which does not exist; expected one of `physical-abuse`, "
                + "`physical-neglect`, `psychological-abuse`, `psychological-neglect`, "
                + "`educational-neglect`, `witness`, `sexual-abuse-dependence`, "
                + "`sexual-violence-peers`, `sexual-violence-strangers`, `exploitation`, "
                + "`self-determination`, `munchhausen-by-proxy`, `harmful-traditions`, "
                + "`partner-violence`, `elder-abuse`, `violence-against-parents`, "
                + "`household-trouble`, `relation-trouble`, `third-party-violence`, "
                + "`other-violence`"
        ),
        // The witness of 2015 is that of the hub, and so is that of 2019: they are the same.
        Refusal(
            "concepts/crosswalks.yaml",
            "- {concept: \"08\", same: [witness], narrower: [maltreatment]}",
            "- {concept: \"08\", broader: [witness], narrower: [maltreatment]}",
            says: "concepts/crosswalks.yaml:198: `vt-nature-2015 08` broader "
                + "`vt-nature-2019 witness`, while by the other relations they are the same; "
                + "expected relations that do not contradict each other"
        ),
        Refusal(
            "concepts/crosswalks.yaml",
            "- {concept: \"08\", same: [witness], narrower: [maltreatment]}",
            "- {concept: \"08\", same: [witness], overlapping: [maltreatment]}",
            says: "concepts/crosswalks.yaml:198: `vt-nature-2015 08` overlapping "
                + "`vt-nature-2019 maltreatment`, while by the other relations one lies within "
                + "the other; expected relations that do not contradict each other"
        ),
        Refusal(
            "concepts/crosswalks.yaml",
            "- {concept: direct-safety, narrower: [safety]}",
            "- {concept: direct-safety, narrower: [safety]}\n"
                + "      - {concept: direct-safety, broader: [safety]}",
            says: "concepts/crosswalks.yaml:208: `phases direct-safety` broader "
                + "`guideline-types safety`, while by the other relations it is the other way "
                + "round; expected relations that do not contradict each other"
        ),
        Refusal(
            "concepts/crosswalks.yaml",
            "    over-time: true\n",
            "",
            says: "concepts/crosswalks.yaml:185: `vt-nature-2015`, which ended in 2018H2, and "
                + "`vt-nature-2019`, which began in 2019H1; expected `over-time: true`, or "
                + "taxonomies in use at one time"
        ),
        Refusal(
            "concepts/crosswalks.yaml",
            "  - of: [safety]\n    with: [severity]",
            "  - of: [safety]\n    with: [complaints]",
            says: "concepts/crosswalks.yaml:6: neither a mapping nor a reason for none between "
                + "`meldcode-framework` and `verwey-jonker-severity`; expected one of the two for "
                + "every pair"
        ),
        Refusal(
            "concepts/crosswalks.yaml",
            "  - from: ggd-data-set\n",
            "  - {from: npm, to: elementary-forms, certainty: low, source: a, relations: []}\n"
                + "  - from: ggd-data-set\n",
            says: "concepts/crosswalks.yaml:106: a crosswalk between `npm` and "
                + "`elementary-forms` more than once; expected it once"
        ),
        Refusal(
            "concepts/csg.yaml",
            "within: \"sexual-violence\"",
            "within: \"violence\"",
            says: "concepts/csg.yaml:18: `violence`, which does not stand above; expected a "
                + "concept that stands above this one"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in concepts is refused with its place`(_ refusal: Refusal) throws {
        #expect(try refusal.description() == refusal.message)
    }

    @Test func `a code that ended before the other taxonomy began is refused`() throws {
        let refusal = Refusal(
            "concepts/elementary-forms.yaml",
            "  - id: \"witness\"\n",
            "  - id: \"witness\"\n    until: 2018H2\n",
            says: "concepts/crosswalks.yaml:148: the code `witness` of `elementary-forms`, which "
                + "ended in 2018H2, before the other taxonomy began in 2019H1; expected a code in "
                + "use, or `over-time: true`"
        )
        #expect(try refusal.description() == refusal.message)
    }
}
