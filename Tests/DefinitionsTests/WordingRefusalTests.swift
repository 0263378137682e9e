import Testing

struct WordingRefusalTests {
    static let refusals = [
        Refusal(
            "rules/file.yaml",
            "code: INT-001",
            "code: INT-1",
            says: "rules/file.yaml:3: `INT-1`; expected a code as `INT-101`"
        ),
        Refusal(
            "rules/file.yaml",
            "code: INT-002",
            "code: INT-001",
            says: "rules/file.yaml:20: the rule `INT-001` more than once; expected it once"
        ),
        Refusal(
            "rules/file.yaml",
            "Levering {file}: het bestand is leeg",
            "Levering {value}: het bestand is leeg",
            says: "rules/file.yaml:5: the placeholder `{value}`; expected one of `{field}`, "
                + "`{file}`, `{row}`, `{subject}`"
        ),
        Refusal(
            "rules/file.yaml",
            "Delivery {file}: the file is empty",
            "Delivery: the file is empty",
            says: "rules/file.yaml:5: the placeholders [file] in Dutch and [] in English; "
                + "expected the same in both languages"
        ),
        Refusal(
            "rules/note.yaml",
            "code: INT-020",
            "code: INT-001",
            says: "rules/note.yaml:3: the rule `INT-001` more than once; expected it once"
        ),
        Refusal(
            "rules/file.yaml",
            "  remedy:",
            "  advice:",
            says: "rules/file.yaml:11: the key `advice`; expected one of `code`, `message`, "
                + "`remedy`, `reference`"
        ),
        Refusal(
            "texts/general.yaml",
            "  en: not shown",
            "  en: ",
            says: "texts/general.yaml:10: nothing; expected a text"
        ),
        Refusal(
            "texts/general.yaml",
            "value.missing:",
            "value.withheld:",
            says: "texts/general.yaml:8: the key `value.withheld` more than once; expected it "
                + "once"
        ),
        Refusal(
            "breakdowns.yaml",
            "from: 4,",
            "from: 5,",
            says: "breakdowns.yaml:5: `5`; expected `4`, so that no age is left out or in two "
                + "classes"
        ),
        Refusal(
            "breakdowns.yaml",
            "from: 23,",
            "from: 23, to: 30,",
            says: "breakdowns.yaml:4: a last age class with an end; expected one without `to`"
        ),
        Refusal(
            "breakdowns.yaml",
            "from-months: 3,",
            "from-months: 0,",
            says: "breakdowns.yaml:11: `0`; expected 0 first and then always more"
        ),
        Refusal(
            "breakdowns.yaml",
            "[\"13\", \"14\"",
            "[\"13\"",
            says: "breakdowns.yaml:19: the forms 13, 12, 11, 03, 02, 04, 01; expected each "
                + "code of the list `hulpvorm` once: 01, 02, 03, 04, 11, 12, 13, 14"
        ),
        Refusal(
            "profiles/cbs.yaml",
            "threshold: 10",
            "threshold: 0",
            says: "profiles/cbs.yaml:6: `0`; expected a whole number from 1 to 1000"
        ),
        Refusal(
            "profiles/cbs.yaml",
            "leaky: true\n",
            "",
            says: "profiles/cbs.yaml:1: no key `leaky`; expected one"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in wording, classes or profiles is refused with its place`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
