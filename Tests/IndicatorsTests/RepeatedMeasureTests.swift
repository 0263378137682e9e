import Testing

@Suite("Repeated measures")
struct RepeatedMeasureTests {
    // After the start: the day of ending, then the day of handing over.
    @Test func `an end long ago counts, whatever happened since`() throws {
        try SpecTable(
            """
            1 2015H1 1 11 - 20140101 20150101 -
            1 2019H1 1 21 - 20190301 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-04", "2019H1", ["21,inflow,1", "21,repeat,1"])
    }

    @Test func `a measure of the same half-year counts, another person's does not`() throws {
        try SpecTable(
            """
            1 2019H1 1 11 - 20180101 20190201 -
            1 2019H1 1 11 - 20190301 - -
            1 2019H1 2 11 - 20190301 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-04", "2019H1", ["11,inflow,2", "11,repeat,1"])
    }

    @Test func `one day between is not enough, two are`() throws {
        try SpecTable(
            """
            1 2018H2 1 11 - 20180101 20181231 -
            1 2018H2 2 11 - 20180101 20181230 -
            1 2019H1 1 11 - 20190101 - -
            1 2019H1 2 11 - 20190101 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-04", "2019H1", ["11,inflow,2", "11,repeat,1"])
    }

    @Test func `a transfer is no end`() throws {
        try SpecTable(
            """
            1 2018H2 1 11 - 20180101 - 20181001
            1 2019H1 1 21 - 20190301 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-04", "2019H1", ["21,inflow,1", "21,repeat,0"])
    }
}
