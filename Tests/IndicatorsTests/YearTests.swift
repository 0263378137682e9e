import Testing

@Suite("Calendar years")
struct YearTests {
    @Test func `a trajectory through the year stands in it once`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20180101 - -
            1 2019H2 1 02 02 20180101 20190801 03
            """
        ).gives("BJ-05", "2019", ["T,T,T,ended,1", "02,02,03,ended,1"])
    }

    @Test func `what ended in the first half is merged with the second`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190630 01
            1 2019H2 1 02 04 20190701 20190801 03
            1 2019H1 2 02 02 20190101 20190630 01
            1 2019H2 2 02 04 20190630 20190801 03
            """
        ).gives("BJ-05", "2019", ["T,T,T,ended,3", "02,02,01,ended,1", "02,04,03,ended,1"])
    }

    @Test func `a running record that vanished in the second half is not in the year`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20180101 - -
            1 2019H2 2 03 02 20190801 - -
            """
        ).gives("BJ-01", "2019", ["T,T,T,T,trajectories,1", "03,T,T,T,trajectories,1"])
    }

    @Test func `where the holder delivered no second half, the running ones are in the year`()
        throws
    {
        try SpecTable(
            """
            1 2019H1 1 02 02 20180101 - -
            2 2019H2 2 03 02 20190801 - -
            """
        ).gives("BJ-01", "2019", ["T,T,T,T,trajectories,2", "02,T,T,T,trajectories,1"])
    }

    @Test func `a youth in both halves is one youth, in each form he or she had`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190401 01
            1 2019H2 1 03 02 20190801 - -
            1 2019H2 2 03 02 20190801 - -
            """
        ).gives("BJ-02", "2019", ["T,T,T,youths,2", "02,T,T,youths,1", "03,T,T,youths,2"])
    }

    @Test func `a year of one delivered half-year is that half-year`() throws {
        try SpecTable(
            """
            1 2019H2 1 02 02 20190801 - -
            """
        ).gives("BJ-01", "2019", ["T,T,T,T,trajectories,1"])
    }
}
