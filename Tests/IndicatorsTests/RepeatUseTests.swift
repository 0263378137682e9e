import Testing

@Suite("Repeat use")
struct RepeatUseTests {
    @Test(arguments: [("20190409", 1), ("20190410", 0), ("20190411", 0)])
    func `an end two days before the start is the last that counts`(
        end: String,
        repeats: Int
    ) throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 \(end) 01
            1 2019H1 1 03 04 20190411 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,started,1", "03,04,repeat,\(repeats)"])
    }

    @Test(arguments: [("2015H1", "20150630", 0), ("2015H2", "20150701", 1)])
    func `the window opens five years before the first day of the half-year`(
        period: String,
        end: String,
        repeats: Int
    ) throws {
        try SpecTable(
            """
            1 \(period) 1 02 02 20150101 \(end) 01
            1 2020H2 1 03 04 20201001 - -
            """
        ).gives("BJ-04", "2020H2", ["03,04,started,1", "03,04,repeat,\(repeats)"])
    }

    @Test func `help that is running at the start neither counts nor stands in the way`() throws {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 20181001 01
            1 2018H2 2 02 02 20180701 - -
            2 2019H1 1 11 02 20180101 - -
            2 2019H1 1 03 04 20190301 - -
            1 2019H1 2 02 02 20180701 - -
            1 2019H1 2 03 01 20190301 - -
            """
        ).gives(
            "BJ-04",
            "2019H1",
            ["T,T,started,2", "03,04,repeat,1", "03,01,repeat,0", "T,T,repeat_unknown,0"]
        )
    }

    @Test func `an end inside a merged trajectory is no end`() throws {
        try SpecTable(
            """
            1 2018H2 1 02 02 20180701 20181001 01
            1 2018H2 1 02 02 20181001 - -
            1 2019H1 1 02 02 20181001 20190410 01
            1 2019H1 1 03 04 20190411 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,started,1", "T,T,repeat,0"])
    }

    @Test func `without a person repeat is unknown`() throws {
        try SpecTable(
            """
            1 2018H2 - 02 02 20180701 20181001 01
            1 2019H1 - 02 02 20190301 - -
            """
        ).gives(
            "BJ-04",
            "2019H1",
            ["T,T,started,1", "T,T,repeat,0", "02,02,repeat_unknown,1"]
        )
    }

    @Test func `a later half-year does not change an earlier one`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190301 - -
            1 2019H2 1 02 02 20190301 20190801 01
            1 2019H2 1 03 04 20190901 - -
            """
        ).gives("BJ-04", "2019H1", ["T,T,started,1", "T,T,repeat,0"])
    }

    @Test func `a running record that vanished from the next delivery is no history`() throws {
        try SpecTable(
            """
            1 2018H1 1 02 02 20180101 20180601 01
            1 2018H1 1 02 02 20180601 - -
            1 2018H2 2 03 02 20180801 - -
            1 2019H1 1 03 04 20190301 - -
            """
        ).gives("BJ-04", "2019H1", ["03,04,repeat,1"])
    }
}
