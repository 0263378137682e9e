import Definitions
import Testing

/// The weighing framework as records: what is refused, with its place.
struct WeighingRefusalTests {
    static let refusals = [
        Refusal(
            "weighing/framework.csv",
            "2,Aantallen jeugdbescherming (JB),+",
            "2,Aantallen jeugdbescherming (JB),++",
            says: "weighing/framework.csv:3: `++`; expected one of `-`, `o`, `+`"
        ),
        Refusal(
            "weighing/framework.csv",
            "kindermishandeling algemeen,+,+,beperkte",
            "kindermishandeling algemeen,ja,+,beperkte",
            says: "weighing/framework.csv:3: `ja`; expected one of `-`, `o`, `+`, "
                + "`diepteonderzoek`"
        ),
        Refusal(
            "weighing/framework.csv",
            "2,Aantallen",
            "3,Aantallen",
            says: "weighing/framework.csv:3: row 3; expected row 2"
        ),
        Refusal(
            "weighing/framework.yaml",
            "versions:\n",
            """
            versions:
              - version: 1
                published: "2019-01"
                rows: framework.csv
                scorer: {nl: a, en: a}
                source: {nl: a, en: a}

            """,
            says: "weighing/framework.yaml:46: version 1 behind version 1; expected version 2"
        ),
        Refusal(
            "weighing/framework.yaml",
            "  criteria: [practical, meaningful]",
            "  criteria: [practical, useful]",
            says: "weighing/framework.yaml:32: the criterion `useful`; expected one of "
                + "`existing`, `technical`, `practical`, `meaningful`, `linkable`"
        ),
        Refusal(
            "weighing/framework.csv",
            "10,Aantal (PTSS) diagnosen,+,+,+,o",
            "10,Aantal (PTSS) diagnosen,+,+,+,-",
            says: "weighing/candidates.yaml:185: a `difference` where row 10 has the advice of "
                + "the rule; expected none"
        ),
        Refusal(
            "weighing/framework.csv",
            "2,Aantallen jeugdbescherming (JB),+,+,+,+",
            "2,Aantallen jeugdbescherming (JB),+,+,+,o",
            says: "weighing/candidates.yaml:23: no `difference`, where row 2 has the advice `+` "
                + "and the rule gives `o`; expected the reason"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "series: [csg-national]",
            "series: [csg-regional]",
            says: "weighing/candidates.yaml: the series `csg-regional` of `csg-registrations`; "
                + "expected a published series"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "whatever the cause.\"\n  verdict: not-collected\n",
            "whatever the cause.\"\n  verdict: collected\n",
            says: "weighing/candidates.yaml: the candidate `ptsd-diagnoses`, collected, "
                + "without indicator or series; expected one of them, or another verdict"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "rejected: [reason-at-start, ",
            "rejected: [",
            says: "weighing/candidates.yaml: no candidate with the rejected item "
                + "`reason-at-start`; expected one, so that its page shows why"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "weighing-row: 3",
            "weighing-row: 1",
            says: "indicators/BJ-01.yaml:119: row 1 of the weighing framework, which was advised "
                + "against (indeling BI beperkt onderscheidend; rapporteren bij aanvang schaadt "
                + "mogelijk de relatie met de client; geen registratie alleen voor de statistiek "
                + "zonder praktisch nut); expected a row that is advised"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "weighing-row: 3",
            "weighing-row: 12",
            says: "indicators/BJ-01.yaml:119: row 12 of the weighing framework, which is advised "
                + "in a study by sample only (steekproefsgewijs goed instrument); expected a row "
                + "that is advised as a count"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "study-items: [safety-plan-present, ",
            "study-items: [safety-plan, ",
            says: "weighing/candidates.yaml: the study item `safety-plan` of `safety-plans`; "
                + "expected an item of an instrument"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "  study-items: [safety-plan-present, safety-plan-used, safety-plan-kept]\n",
            "",
            says: "weighing/candidates.yaml: one of `study-items` and the verdict `study` of "
                + "`safety-plans`; expected both or neither"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "- id: child-protection\n  row: 2\n",
            "- id: child-protection\n  row: 2\n  evidence-row: 3\n",
            says: "weighing/candidates.yaml:25: an `evidence-row` beside the candidate's own row; "
                + "expected one of the two"
        ),
        Refusal(
            "weighing/candidates.yaml",
            "  evidence-row: 17\n",
            "  evidence-row: 23\n",
            says: "weighing/candidates.yaml:471: `23`; expected a whole number from 1 to 22"
        ),
        Refusal(
            "weighing/campaigns.yaml",
            "campaigns: []",
            "campaigns:\n  - {id: a, title: {nl: a, en: a}, from: \"2020-02-01\", "
                + "until: \"2020-01-01\", by: a, source: a}",
            says: "weighing/campaigns.yaml:17: an end on 2020-01-01 before the start on "
                + "2020-02-01; expected days in their order"
        ),
        Refusal(
            "weighing/quality-framework.yaml",
            "within: professionals",
            "within: staff",
            says: "weighing/quality-framework.yaml:17: `staff`, which is no count above; expected "
                + "a count that stands above this one"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in the framework, and what it forbids, is refused with its place`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
