import Testing

@Suite("A holder who delivers no more")
struct LostHolderTests {
    @Test func `what was running there has an unknown end and is no repeat`() throws {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 - -
            2 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,started,1", "T,T,repeat,0"])
    }

    @Test func `the unknown end swallows an earlier real one of the same trajectory`() throws {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 20181001 01
            1 2018H2 1 02 02 20180901 - -
            2 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,started,1", "T,T,repeat,0"])
    }

    @Test func `where the holder delivers the next half-year, the vanished record is left out`()
        throws
    {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 20181001 01
            1 2018H2 1 02 02 20180901 - -
            1 2019H1 2 01 02 20190101 - -
            2 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,repeat,1"])
    }

    @Test func `a real end later than the unknown one is an end`() throws {
        try SpecTable(
            """
            1 2018H1 1 02 02 20180101 - -
            1 2019H1 1 02 02 20180101 20190201 01
            2 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,repeat,1"])
    }

    @Test func `nothing to report is a delivery too`() throws {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 20181001 01
            1 2018H2 1 02 02 20180901 - -
            1 2019H1 - - - - - -
            2 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,repeat,1"])
    }
}
