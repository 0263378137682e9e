import Testing

struct ComparisonRefusalTests {
    static let refusals = [
        Refusal(
            "comparison/measures.yaml",
            "inside-level: 0.95",
            "inside-level: 95",
            says: "comparison/measures.yaml:3: `95`; expected a number above 0.5 and below 1"
        ),
        Refusal(
            "comparison/measures.yaml",
            "from: 4000",
            "from: 0",
            says: "comparison/measures.yaml:17: `0`; expected 0 for the first class and more for "
                + "each next"
        ),
        Refusal(
            "comparison/measures.yaml",
            "numerator: repeat\n",
            "numerator: returned\n",
            says: "comparison/measures.yaml:72: `returned`; expected a measure of BJ-04: "
                + "started, repeat, repeat_unknown"
        ),
        Refusal(
            "comparison/measures.yaml",
            "id: premature-share",
            "id: repeat-share",
            says: "comparison/measures.yaml:88: the measure `repeat-share` more than once; "
                + "expected it once"
        ),
        Refusal(
            "comparison/measures.yaml",
            "standard: age-and-sex",
            "standard: none",
            says: "comparison/measures.yaml:53: the standard `none` with that denominator; "
                + "expected `age-and-sex` with `population-by-age`, and only then"
        ),
        Refusal(
            "comparison/breaks.yaml",
            "sources: [veiligthuis]",
            "sources: [veilig-thuis]",
            says: "comparison/breaks.yaml:5: the source `veilig-thuis`, which does not exist; "
                + "expected one of csg-counts, csg-records, jeugdbescherming, jeugdhulp, "
                + "jeugdreclassering, population, prevalence, veiligthuis"
        ),
        Refusal(
            "comparison/reach.yaml",
            "period: \"2017\"",
            "period: \"2011\"",
            says: "comparison/reach.yaml:9: a figure that is no number and no interval of a "
                + "published series; expected one of either in `published`"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake is named by file and line`(_ refusal: Refusal) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
