import Testing

struct PublishedRefusalTests {
    static let refusals = [
        Refusal(
            "published/order.yaml",
            "- csg-national",
            "- csg-regional",
            says: "published/order.yaml:25: the series `csg-regional`; expected each series "
                + "that has a file in `published`, once"
        ),
        Refusal(
            "published/order.yaml",
            "- csg-national\n",
            "",
            says: "published/csg-national.yaml: a series that published/order.yaml does not "
                + "name; expected every series in that list"
        ),
        Refusal(
            "published/csg-national.yaml",
            "unit: victim",
            "unit: child-or-adult",
            says: "published/csg-national.yaml:7: `child-or-adult`; expected one of `advice`, "
                + "`report`, `case`, `child`, `family`, `trajectory`, `measure`, `case-file`, "
                + "`victim`, `registration`"
        ),
        Refusal(
            "published/csg-national.yaml",
            "before: \"2020\"",
            "before: \"2014\"",
            says: "published/csg-national.yaml:57: the period `2014`; expected a period of "
                + "the series"
        ),
        Refusal(
            "published/csg-national.yaml",
            "code: \"acute\"",
            "code: \"victims\"",
            says: "published/csg-national.yaml:48: the item `victims` more than once; "
                + "expected it once"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2018,minors,number,3250",
            says: "published/csg-national.csv:8: the item `minors`; expected an item of the "
                + "series"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2018H3,victims,number,3250",
            says: "published/csg-national.csv:8: `2018H3`; expected a period as `2019H1`, "
                + "`2019` or `2019-01-31`"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2018,victims,number,",
            says: "published/csg-national.csv:8: 0 as the count of numbers with the kind "
                + "`number`; expected 1, the first under `value`"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2018,victims,number,3.250,1",
            says: "published/csg-national.csv:8: 7 fields; expected 6: "
                + "`period,item,kind,value,high,status`"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2018,victims,guess,3250",
            says: "published/csg-national.csv:8: `guess`; expected one of `number`, "
                + "`derived`, `about`, `interval`, `withheld`, `missing`"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250,,",
            "2018,victims,number,3250,,***",
            says: "published/csg-national.csv:8: `***`; expected nothing, `*` or `**`"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,victims,number,3250",
            "2017,victims,number,3250",
            says: "published/csg-national.csv:8: the item `victims` of 2017 more than once; "
                + "expected it once"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,acute,missing",
            "2016,acute,missing",
            says: "published/csg-national.csv:9: the item `acute` of 2016 more than once; "
                + "expected it once"
        ),
        Refusal(
            "published/csg-national.csv",
            "2019,victims",
            "2016-01-01,victims",
            says: "published/csg-national.csv:11: 2016-01-01 behind 2018; expected periods in "
                + "the order in which they end"
        ),
        Refusal(
            "published/csg-national.csv",
            "2018,acute,missing",
            "2018,acute,number",
            says: "published/csg-national.csv:9: 0 as the count of numbers with the kind "
                + "`number`; expected 1, the first under `value`"
        ),
        Refusal(
            "published/prevalence-informants.csv",
            "interval,26,37",
            "interval,37,26",
            says: "published/prevalence-informants.csv:4: an upper bound that is not above "
                + "the lower one; expected the lower bound under `value` and the upper one "
                + "under `high`"
        ),
        Refusal(
            "published/prevalence-informants.csv",
            "interval,26,37",
            "interval,26,",
            says: "published/prevalence-informants.csv:4: 1 as the count of numbers with the "
                + "kind `interval`; expected 2, the first under `value`"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in a published series is refused with its place`(_ refusal: Refusal) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
