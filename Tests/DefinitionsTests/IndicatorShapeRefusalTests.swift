import Testing

@Suite("Ratios, outcomes, second sources and availability in records")
struct IndicatorShapeRefusalTests {
    private static let percent = """
        measures:
          - name: share
            kind: percent
            numerator: trajectories
            denominator: %
            label: {nl: Aandeel, en: Share}

        """

    private static func ratio(_ denominator: String, says message: String) -> Refusal {
        Refusal(
            "indicators/BJ-01.yaml",
            "measures:\n",
            percent.replacing("%", with: denominator),
            says: message
        )
    }

    static let refusals = [
        Refusal(
            "indicators/BJ-01.yaml",
            "years: true",
            "jaren: true",
            says: "indicators/BJ-01.yaml:16: the key `jaren`; expected one of `id`, `version`, "
                + "`title`, `source`, `unit`, `units-beside`, `population`, `breakdowns`, `measures`, "
                + "`years`, `repeat-rule`, `under-age`, `population-table`, `numerator`, `denominator`, "
                + "`population-text`, `period-rule`, `legal-ground`, `use`, `does-not-say`, "
                + "`weighing-row`, `examples`, `permit`, `second-source`, `exclusions`, "
                + "`referrers`, `last-period`, `cautions`, `availability`, `scope`, `beside`, "
                + "`follow-up-days`"
        ),
        ratio(
            "youths",
            says: "indicators/BJ-01.yaml:11: a ratio of `youths`, which does not exist; expected "
                + "one of `trajectories`"
        ),
        ratio(
            "share",
            says: "indicators/BJ-01.yaml:11: the ratio `share` in a circle by way of `share`; "
                + "expected a ratio of counts: one of `trajectories`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "measures:\n",
            percent.replacing("    denominator: %\n", with: ""),
            says: "indicators/BJ-01.yaml:11: a ratio with an empty denominator; expected "
                + "`denominator` with the name of a count of this indicator"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "measures:\n",
            percent.replacing("%", with: "\"\""),
            says: "indicators/BJ-01.yaml:14: nothing; expected the name of a count"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "measures:\n",
            percent.replacing("%", with: "youths")
                + "  - name: youths\n    kind: youths\n    label: {nl: Jeugdigen, en: Youths}\n",
            says: "indicators/BJ-01.yaml:11: the ratio `share` of the rung `trajectory` by the "
                + "rung `child`; expected one rung of the ladder: a trajectory is no child"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "measures:\n",
            "measures:\n  - name: youths\n    kind: youths\n"
                + "    label: {nl: Jeugdigen, en: Youths}\n",
            says: "indicators/BJ-01.yaml:11: the measure `youths`, which counts on the rung "
                + "`child` in an indicator on the rung `trajectory`; expected a kind of measure "
                + "on the rung of the indicator, or on one named under `units-beside`"
        ),
        Refusal(
            "indicators/BJ-09.yaml",
            "forms: [\"13\"]",
            "forms: []",
            says: "indicators/BJ-09.yaml:24: an empty list, which counts nothing; expected at "
                + "least one form"
        ),
        Refusal(
            "indicators/BJ-09.yaml",
            "numerator: closed",
            "numerator: with_residence_percent",
            says: "indicators/BJ-09.yaml:35: a ratio of the ratio `with_residence_percent`; "
                + "expected a ratio of counts: one of `trajectories`, `with_residence`, `closed`"
        ),
        Refusal(
            "indicators/BJ-08.yaml",
            "referrers: [\"04\"]\n",
            "",
            says: "indicators/BJ-08.yaml:1: outcomes of help of all referrers; expected "
                + "`referrers` with no other than `04`: rows 4 and 5 of the weighing framework "
                + "advise against outcomes elsewhere"
        ),
        Refusal(
            "indicators/BJ-08.yaml",
            "referrers: [\"04\"]",
            "referrers: [\"04\", \"02\"]",
            says: "indicators/BJ-08.yaml:64: outcomes of help of referrers for which they are "
                + "refused; expected `referrers` with no other than `04`: rows 4 and 5 of the "
                + "weighing framework advise against outcomes elsewhere"
        ),
        Refusal(
            "indicators/BJ-04.yaml",
            "gap-days: 2}",
            "gap-days: 2, reasons-not-an-end: [\"05\"]}",
            says: "indicators/BJ-04.yaml:27: `reasons-not-an-end` in the population `started`; "
                + "expected it in `measures-started` only"
        ),
        Refusal(
            "indicators/JB-04.yaml",
            "[\"05\", \"07\"]",
            "[\"05\", \"08\"]",
            says: "indicators/JB-04.yaml:27: the reason `08`; expected one of `01`, `02`, `03`, "
                + "`04`, `05`, `06`, `11`, `12`, `13`, `14`, `15`, `07`"
        ),
        Refusal(
            "indicators/JB-05.yaml",
            "permit: indicator\n",
            "",
            says: "indicators/JB-05.yaml:17: a second source without a permit; expected `permit: "
                + "indicator`, because records of the same person are joined"
        ),
        Refusal(
            "indicators/JB-05.yaml",
            "second-source: jeugdbescherming",
            "second-source: jeugdhulp",
            says: "indicators/JB-05.yaml:17: the second source `jeugdhulp`; expected one of "
                + "`csg-counts`, `csg-records`, `jeugdbescherming`, `jeugdreclassering`, "
                + "`population`, `prevalence`, `veiligthuis`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "    state: available",
            "    state: partly",
            says: "indicators/BJ-01.yaml:88: `partly` without a reason; expected what is missing "
                + "and why, under `missing`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "  region:\n    state: partly",
            "  region:\n    state: available",
            says: "indicators/BJ-01.yaml:90: `available` with something `missing`; expected no "
                + "`missing`, or the state `partly`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "  series:\n",
            "  reeks:\n",
            says: "indicators/BJ-01.yaml:108: the key `reeks`; expected one of `national`, "
                + "`region`, `municipality`, `series`"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in a record is refused with its place, and what is expected`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }

    @Test func `two ratios of each other are a circle`() throws {
        let refusal = Refusal(
            "indicators/BJ-09.yaml",
            "numerator: with_residence\n    denominator: trajectories",
            "numerator: closed_percent\n    denominator: trajectories",
            says: ""
        )
        let message = try #require(try refusal.description())
        #expect(message.contains("a ratio of the ratio `closed_percent`"))
        let circle = Refusal(
            "indicators/BJ-09.yaml",
            "measures:\n",
            """
            measures:
              - name: one
                kind: percent
                numerator: two
                denominator: trajectories
                label: {nl: Een, en: One}
              - name: two
                kind: percent
                numerator: one
                denominator: trajectories
                label: {nl: Twee, en: Two}

            """,
            says: ""
        )
        #expect(
            try circle.description()
                == "indicators/BJ-09.yaml:11: the ratio `one` in a circle by way of `two`; "
                + "expected a ratio of counts: one of `trajectories`, `with_residence`, `closed`"
        )
    }
}
