import Testing

struct SourceRefusalTests {
    static let refusals = [
        Refusal(
            "sources/jeugdhulp.yaml",
            "kind: bsn,",
            "kind: number,",
            says: "sources/jeugdhulp.yaml:21: `number`; expected one of `holder`, `period`, "
                + "`bsn`, `birth-date`, `date`, `code`, `postcode`, `municipality`, `code-set`, "
                + "`identifier`, `count`, `decimal`, `year`, `text`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "kind: bsn,",
            "kind: date,",
            says: "sources/jeugdhulp.yaml:19: 0 columns of the kind `bsn`; expected one"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "code-list: geslacht",
            "code-list: kleur",
            says: "sources/jeugdhulp.yaml:23: the code list `kleur`, which does not exist; "
                + "expected one of `csg_aard`, `csg_duur`, `csg_leeftijd`, `csg_relatie`, "
                + "`geslacht`, `gestart_met_crisis`, `hulpvorm`, `informant`, `ja_nee`, "
                + "`perspectief`, `prevalentie_methode`, `reden_beeindiging_jeugdhulp`, "
                + "`reden_beeindiging_maatregel`, `tevredenheid`, `type_maatregel`, "
                + "`verwijzer`, `vt_aanleiding`, `vt_aard`, `vt_besluit`, "
                + "`vt_betrokkenheid`, `vt_hoedanigheid`, `vt_rol`, `vt_soort`, `vt_taxatie`, "
                + "`vt_uitkomst_onderzoek`, `vt_vervolg_onderzoek`, `zonder_hulp_verder`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "kind: code, code-list: geslacht",
            "kind: code",
            says: "sources/jeugdhulp.yaml:23: no key `code-list`; expected one"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "kind: postcode",
            "kind: postcode, code-list: geslacht",
            says: "sources/jeugdhulp.yaml:24: a code list for the kind `postcode`; expected "
                + "one only for the kinds `code` and `code-set`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "name: gemeente",
            "name: postcode",
            says: "sources/jeugdhulp.yaml:25: the column `postcode` more than once; expected "
                + "it once"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "name: gemeente,",
            "name: gemeente, colour: red,",
            says: "sources/jeugdhulp.yaml:25: the key `colour`; expected one of `name`, "
                + "`kind`, `code-list`, `obligatory`, `one-of`, `from`, `until`, `stored`, "
                + "`aliases`, `codes`, `as`, `permit`, `obligations`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "obligatory: true",
            "obligatory: yes",
            says: "sources/jeugdhulp.yaml:19: `yes`; expected `true` or `false`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "from: 2018H1",
            "from: 2018",
            says: "sources/jeugdhulp.yaml:45: `2018`; expected a half-year as `2019H1`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "from: 2018H1",
            "from: 2018H1\n    until: 2017H2",
            says: "sources/jeugdhulp.yaml:42: an end in 2017H2 before the start in 2018H1; "
                + "expected half-years in their order"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "\"31\": \"01\"",
            "\"31\": \"05\"",
            says: "sources/jeugdhulp.yaml:34: the code `05`; expected a code of the list "
                + "`hulpvorm`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "\"31\": \"01\"",
            "\"02\": \"01\"",
            says: "sources/jeugdhulp.yaml:34: the alias `02`, which is a code of the list "
                + "itself; expected another"
        ),
        Refusal(
            "sources/jeugdbescherming.yaml",
            "\"22\", \"23\"]",
            "\"22\", \"99\"]",
            says: "sources/jeugdbescherming.yaml:29: the code `99`; expected a code of the "
                + "list `type_maatregel`"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "id: jeugdhulp",
            "id: hulp",
            says: "sources/jeugdhulp.yaml:1: `hulp`; expected `jeugdhulp`, as the file is "
                + "called"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "  en: Youth assistance (",
            "  # en: Youth assistance (",
            says: "sources/jeugdhulp.yaml:3: no key `en`; expected one"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "code: \"000000000\"",
            "code: \"0\"",
            says: "sources/jeugdhulp.yaml:66: `0`; expected nine digits"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "maximum-age: 23",
            "maximum-age: old",
            says: "sources/jeugdhulp.yaml:71: `old`; expected a whole number from 0 to "
                + "1000000000"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "id: jeugdhulp",
            "id: jeugdhulp\nid: jeugdhulp",
            says: "sources/jeugdhulp.yaml:1: the key `id` more than once; expected it once"
        ),
        Refusal(
            "sources/jeugdhulp.yaml",
            "id: jeugdhulp",
            "id: [jeugdhulp",
            says: "sources/jeugdhulp.yaml:2: did not find expected ',' or ']'; expected "
                + "readable YAML"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "code,nl",
            "kode,nl",
            says: "codelists/verwijzer.csv:1: another header; expected "
                + "`code,nl,en,from,until,source,uncertain`"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "01,Huisarts",
            says: "codelists/verwijzer.csv:3: the code `01` more than once; expected it once"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "T,Huisarts",
            says: "codelists/verwijzer.csv:3: the code `T`; expected another: `T` is the "
                + "total and `U` unknown in every table"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "02,",
            says: "codelists/verwijzer.csv:3: nothing; expected a label in Dutch"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "02,Huis,arts",
            says: "codelists/verwijzer.csv:3: 8 fields; expected 7: "
                + "`code,nl,en,from,until,source,uncertain`"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "02,\"Huisarts",
            says: "codelists/verwijzer.csv:9: a quote inside a field; expected the whole "
                + "field in quotes"
        ),
        Refusal(
            "codelists/geslacht.csv",
            "M,Man",
            "M,\"Man",
            says: "codelists/geslacht.csv:3: a quote that is not closed; expected a closing "
                + "quote"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "02,Huisarts",
            "02,Huis\"arts",
            says: "codelists/verwijzer.csv:3: a quote inside a field; expected the whole "
                + "field in quotes"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "2016,,",
            "2016,2015,",
            says: "codelists/verwijzer.csv:9: an end in 2015 before the start in 2016; "
                + "expected years in their order"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "2016,,",
            "16,,",
            says: "codelists/verwijzer.csv:9: `16`; expected a whole number from 2000 to 2100"
        ),
        Refusal(
            "codelists/verwijzer.csv",
            "\n02",
            "\r\n02",
            says: "codelists/verwijzer.csv:2: a carriage return; expected lines that end with "
                + "LF"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in a source or a code list is refused with its place`(
        _ refusal: Refusal
    ) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
