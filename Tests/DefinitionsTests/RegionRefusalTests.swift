import Testing

struct RegionRefusalTests {
    static let refusals = [
        Refusal(
            "regions/regions.yaml",
            "reference-year: 2020",
            "reference-year: 2030",
            says: "regions/regions.yaml:1: `2030`; expected a whole number from 2016 to 2023"
        ),
        Refusal(
            "regions/regions.yaml",
            "  en: >-",
            "  de: >-",
            says: "regions/regions.yaml:11: the key `de`; expected one of `nl`, `en`"
        ),
        Refusal(
            "regions/names.csv",
            "jeugdregio,JZ02",
            "jeugdregio,JZ01",
            says: "regions/names.csv:19: the region `JZ01` more than once; expected it once"
        ),
        Refusal(
            "regions/names.csv",
            "jeugdregio,JZ01",
            "streek,JZ01",
            says: "regions/names.csv:18: `streek`; expected one of `gemeente`, `jeugdregio`, "
                + "`veiligthuis`, `csg`, `provincie`, `landsdeel`, `nl`"
        ),
        Refusal(
            "regions/municipalities-2020.csv",
            "GM0003,Appingedam,JZ01",
            "GM0003,Appingedam,JZ99",
            says: "regions/municipalities-2020.csv:2: the region `JZ99` of the geography "
                + "`jeugdregio`; expected one that stands in regions/names.csv"
        ),
        Refusal(
            "regions/municipalities-2020.csv",
            "GM0003",
            "0003",
            says: "regions/municipalities-2020.csv:2: `0003`; expected a code as `GM0363`"
        ),
        Refusal(
            "regions/municipalities-2020.csv",
            "GM0010",
            "GM0003",
            says: "regions/municipalities-2020.csv:3: `GM0003` behind `GM0003`; expected "
                + "every code once, in ascending order"
        ),
        Refusal(
            "regions/changes.csv",
            "GM1948,Meierijstad,2017-01-01",
            "GM1948,Meierijstad,2017-02-30",
            says: "regions/changes.csv:2: `2017-02-30`; expected a day as `2019-01-31`"
        ),
        Refusal(
            "regions/changes.csv",
            "GM1948,Meierijstad,2017-01-01",
            "GM1948,Meierijstad,2019-01-01",
            says: "regions/changes.csv:3: 2017-01-01 behind 2019-01-01; expected dates in "
                + "their order"
        ),
        Refusal(
            "regions/changes.csv",
            "GM1948,Meierijstad,2017-01-01",
            "GM1948,Meierij,2017-01-01",
            says: "regions/changes.csv:2: `Meierij` for `GM1948`; expected `Meierijstad`, as "
                + "in the table of municipalities"
        ),
        Refusal(
            "regions/changes.csv",
            "GM1948,Meierijstad,2017-01-01",
            "GM1947,Meierijstad,2017-01-01",
            says: "regions/changes.csv:2: `GM1947`, which the table of municipalities does "
                + "not lead to; expected a code of that table, or one that comes from it or "
                + "goes to it"
        ),
        Refusal(
            "regions/changes.csv",
            "GM1948,Meierijstad,2017-01-01",
            "GM0844,Schijndel,2017-01-01",
            says: "regions/changes.csv:2: `GM0844` to `GM0844`; expected another code, and "
                + "each pair once"
        ),
        Refusal(
            "regions/changes.csv",
            "GM0614,Westvoorne,GM1992",
            "GM0788,Haaren,GM1992",
            says: "regions/changes.csv:55: `GM0788` ended on 2023-01-01 and on 2021-01-01; "
                + "expected one day on which it ended"
        ),
        Refusal(
            "regions/changes.csv",
            "GM0370,Beemster,GM0439,Purmerend",
            "GM0370,Beemster,GM1685,Landerd",
            says: "regions/changes.csv:68: `GM1685`, which ended on 2022-01-01; expected a "
                + "code that exists on 2022-01-01"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in the regions is refused with its place`(_ refusal: Refusal) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
