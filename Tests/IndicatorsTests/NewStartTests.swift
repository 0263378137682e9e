import Testing

@Suite("No new start")
struct NewStartTests {
    @Test func `a start at another provider in the next half-year is a new start`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 04 20180701 20190331 01
            2 2019H2 1 11 02 20191231 - -
            """
        ).gives("BJ-07", "2019H1", ["02,04,ended,1", "02,04,no_new_start,0"])
    }

    @Test func `a start that comes after the next half-year is out of sight`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 04 20180701 20190331 01
            1 2019H2 2 11 02 20190801 - -
            1 2020H1 1 11 02 20200101 - -
            """
        ).gives("BJ-07", "2019H1", ["02,04,ended,1", "02,04,no_new_start,1"])
    }

    @Test func `help that ran on beside what ended is no new start`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 04 20180701 20190331 01
            1 2019H1 1 03 04 20190331 - -
            1 2019H2 1 03 04 20190331 - -
            """
        ).gives("BJ-07", "2019H1", ["02,04,ended,1", "02,04,no_new_start,1"])
    }

    @Test func `a start in the half-year that only the next delivery tells of counts`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 04 20180701 20190331 01
            1 2019H2 1 03 04 20190501 - -
            """
        ).gives("BJ-07", "2019H1", ["02,04,no_new_start,0"])
    }

    @Test func `records of the next half-year are merged before their start is looked at`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 04 20180701 20190331 01
            1 2019H1 1 11 04 20190101 - -
            1 2019H2 1 11 04 20190101 20190801 01
            1 2019H2 1 11 04 20190715 - -
            """
        ).gives("BJ-07", "2019H1", ["02,04,no_new_start,1"])
    }
}
