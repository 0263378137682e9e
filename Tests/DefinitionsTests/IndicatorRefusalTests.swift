import Testing

struct IndicatorRefusalTests {
    static let refusals = [
        Refusal(
            "indicators/BJ-01.yaml",
            "source: jeugdhulp",
            "source: csg",
            says: "indicators/BJ-01.yaml:6: the source `csg`, which does not exist; expected "
                + "one of `csg-counts`, `csg-records`, `jeugdbescherming`, `jeugdhulp`, "
                + "`jeugdreclassering`, `population`, `prevalence`, `veiligthuis`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "unit: trajectory",
            "unit: youngster",
            says: "indicators/BJ-01.yaml:7: `youngster`; expected one of `advice`, `report`, "
                + "`case`, `child`, `family`, `trajectory`, `measure`, `case-file`, `victim`, "
                + "`registration`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "[form, referrer,",
            "[form, type,",
            says: "indicators/BJ-01.yaml:9: the breakdown `type`, which needs the column "
                + "`maatregel`; expected a breakdown of which `jeugdhulp` stores the column"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "[form, referrer,",
            "[form, heaviest-form,",
            says: "indicators/BJ-01.yaml:9: the column `form` more than once; expected it "
                + "once"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "kind: trajectories",
            "kind: closing",
            says: "indicators/BJ-01.yaml:12: the kind `closing` in the population `running`; "
                + "expected one of `trajectories`, `youths`, `records-without-person`, `percent`, "
                + "`age-standardised`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "    kind: trajectories",
            "    kind: trajectories\n    reasons: [\"01\"]",
            says: "indicators/BJ-01.yaml:13: reasons in an indicator without the breakdown "
                + "`reason`; expected that breakdown, or no reasons"
        ),
        Refusal(
            "indicators/BJ-05.yaml",
            "[\"03\", \"04\"]",
            "[\"03\", \"09\"]",
            says: "indicators/BJ-05.yaml:24: the reason `09`; expected one of `01`, `02`, "
                + "`03`, `04`, `05`"
        ),
        Refusal(
            "indicators/BJ-05.yaml",
            "name: dropout",
            "name: premature",
            says: "indicators/BJ-05.yaml:22: the measure `premature` more than once; expected "
                + "it once"
        ),
        Refusal(
            "indicators/BJ-04.yaml",
            "repeat-rule: {look-back-years: 5, gap-days: 2}\n",
            "",
            says: "indicators/BJ-04.yaml:1: no `repeat-rule`; expected one, because there is "
                + "a measure of repeat use"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "years: true",
            "years: true\nrepeat-rule: {look-back-years: 5, gap-days: 2}",
            says: "indicators/BJ-01.yaml:17: `repeat-rule` without a measure of repeat use; "
                + "expected no `repeat-rule`, or a measure of repeat use"
        ),
        Refusal(
            "indicators/JB-02.yaml",
            "population-table: population\n",
            "",
            says: "indicators/JB-02.yaml:1: no `population-table`; expected one, because "
                + "there is a rate"
        ),
        Refusal(
            "indicators/JB-02.yaml",
            "under-age: 18\n",
            "",
            says: "indicators/JB-02.yaml:1: no `under-age`; expected one, because there is a "
                + "rate"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "years: true",
            "years: true\npopulation-table: population",
            says: "indicators/BJ-01.yaml:17: `population-table` without a rate; expected no "
                + "`population-table`, or a rate"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "weighing-row: 3",
            "weighing-row: 23",
            says: "indicators/BJ-01.yaml:119: `23`; expected a whole number from 1 to 22"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "period: \"2019H1\"",
            "period: \"2019H3\"",
            says: "indicators/BJ-01.yaml:128: `2019H3`; expected a period as `2019H1` or "
                + "`2019`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "aanbieder;verslagperiode",
            "aanbieder;periode",
            says: "indicators/BJ-01.yaml:130: the column `periode` in a delivery; expected "
                + "columns of `jeugdhulp`, with `;` between them"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "- nl,NL01,T,T,T,T,trajectories,4",
            "- nl,NL01,T,T,T,trajectories,4",
            says: "indicators/BJ-01.yaml:140: a line with 7 fields; expected 8: "
                + "`geography,region,form,referrer,age,sex,measure,value`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "- nl,NL01,T,T,T,T,trajectories,4",
            "- nl,NL02,T,T,T,T,trajectories,4",
            says: "indicators/BJ-01.yaml:140: the region `NL02` of `nl`; expected a geography "
                + "and one of its regions"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "- nl,NL01,T,T,T,T,trajectories,4",
            "- nl,NL01,05,T,T,T,trajectories,4",
            says: "indicators/BJ-01.yaml:140: the code `05` of `form`; expected one of `T`, "
                + "`U`, `01`, `02`, `03`, `04`, `11`, `12`, `13`, `14`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "- nl,NL01,T,T,T,T,trajectories,4",
            "- nl,NL01,T,T,T,T,youths,4",
            says: "indicators/BJ-01.yaml:140: the measure `youths`; expected one of "
                + "`trajectories`"
        ),
        Refusal(
            "indicators/BJ-01.yaml",
            "- nl,NL01,T,T,T,T,trajectories,4",
            "- nl,NL01,T,T,T,T,trajectories,-4",
            says: "indicators/BJ-01.yaml:140: `-4`; expected a number of 0 or more"
        ),
        Refusal(
            "indicators/VT-06.yaml",
            "follow-up-days: 180\n",
            "",
            says: "indicators/VT-06.yaml:1: no `follow-up-days`; expected one, because there is "
                + "a population that is followed"
        ),
        Refusal(
            "indicators/VT-06.yaml",
            "second-source: jeugdhulp\n",
            "",
            says: "indicators/VT-06.yaml:1: no `second-source`; expected one, because of the "
                + "population `children-reported`"
        ),
        Refusal(
            "indicators/RE-03.yaml",
            "permit: indicator\n",
            "",
            says: "indicators/RE-03.yaml:1: the population `children-linked` without a permit; "
                + "expected `permit: indicator`, because records of the same person are joined"
        ),
        Refusal(
            "sets.yaml",
            "indicators: [JB-01, JB-02,",
            "indicators: [JB-01, JB-99,",
            says: "sets.yaml:22: the indicator `JB-99`, which does not exist; expected one of "
                + "`BJ-01`, `BJ-02`, `BJ-03`, `BJ-04`, `BJ-05`, `BJ-06`, `BJ-07`, `BJ-08`, "
                + "`BJ-09`, `CSG-01`, `CSG-02`, `CSG-03`, `JB-01`, `JB-02`, `JB-03`, `JB-04`, "
                + "`JB-05`, `RE-01`, `RE-02`, `RE-03`, `VT-01`, `VT-02`, `VT-03`, `VT-04`, "
                + "`VT-05`, `VT-06`, `VT-07`, `VT-08`, `VT-09`"
        ),
        Refusal(
            "sets.yaml",
            "indicators: [JB-01, JB-02,",
            "indicators: [JB-01,",
            says: "sets.yaml:3: no set with the indicator `JB-02`; expected one, so that it "
                + "stands beside the row for sexual violence"
        ),
        Refusal(
            "sets.yaml",
            "not-observable:",
            "indicator: BJ-99\n    not-observable:",
            says: "sets.yaml:9: both or neither of `indicator` and `not-observable`; expected "
                + "one of the two"
        ),
        Refusal(
            "sets.yaml",
            "id: protection",
            "id: youth-assistance",
            says: "sets.yaml:18: the set `youth-assistance` more than once; expected it once"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in an indicator or a set is refused with its place`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }

    @Test(arguments: [
        "title", "source", "unit", "population", "breakdowns", "measures", "years", "version",
        "numerator", "denominator", "population-text", "period-rule", "legal-ground", "use",
        "does-not-say", "weighing-row", "examples", "exclusions", "availability",
    ])
    func `an indicator without one of its parts does not load`(_ part: String) throws {
        let refusal = Refusal("indicators/BJ-01.yaml", "\n\(part):", "\nid-\(part):", says: "")
        let message = try #require(try refusal.description())
        #expect(
            message.contains(": the key `id-\(part)`; expected one of `id`, `version`, `title`")
        )
    }

    @Test func `a set without a row for sexual violence does not load`() throws {
        let text = ShippedDefinitions.text("sets.yaml")
        let key = "  sexual-violence:"
        let rest = text.split(separator: key, maxSplits: 1).dropFirst().joined()
        let row = rest.split(separator: "- id: protection", maxSplits: 1)[0]
        let refusal = Refusal("sets.yaml", key + row, "", says: "")
        #expect(
            try refusal.description()
                == "sets.yaml:3: a set without a row for sexual violence; expected "
                + "`sexual-violence` with an `indicator` or the reason under `not-observable`"
        )
    }
}
