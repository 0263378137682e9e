import Testing

@Suite("Merging")
struct MergingTests {
    @Test func `records that overlap by one day are one trajectory`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 03
            1 2019H1 1 02 04 20190430 20190531 01
            """
        ).gives(
            "BJ-05",
            "2019H1",
            ["T,T,T,ended,1", "02,02,01,ended,1", "T,04,T,ended,0"]
        )
    }

    @Test func `records that adjoin stay two`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 03
            1 2019H1 1 02 04 20190501 20190531 01
            """
        ).gives("BJ-05", "2019H1", ["T,T,T,ended,2", "02,02,03,ended,1", "02,04,01,ended,1"])
    }

    @Test func `a short record within a long one is a bridge to the next`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 03
            1 2019H1 1 02 05 20190201 20190210 05
            1 2019H1 1 02 04 20190420 20190531 01
            """
        ).gives("BJ-05", "2019H1", ["T,T,T,ended,1", "02,02,01,ended,1", "T,T,T,premature,0"])
    }

    @Test func `another holder, form or person is another trajectory`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 01
            2 2019H1 1 02 02 20190101 20190430 01
            1 2019H1 1 03 02 20190101 20190430 01
            1 2019H1 2 02 02 20190101 20190430 01
            """
        ).gives("BJ-05", "2019H1", ["T,T,T,ended,4"])
    }

    @Test func `records of nobody are never merged`() throws {
        try SpecTable(
            """
            1 2019H1 - 02 02 20190101 20190430 01
            1 2019H1 - 02 02 20190102 20190430 01
            """
        ).gives("BJ-05", "2019H1", ["T,T,T,ended,2"])
    }

    @Test func `at the same start the lowest referrer comes first, empty last`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 - 20190101 20190228 01
            1 2019H1 1 02 04 20190101 20190331 01
            1 2019H1 1 02 02 20190101 20190430 01
            """
        ).gives("BJ-05", "2019H1", ["02,02,T,ended,1", "02,04,T,ended,0", "02,U,T,ended,0"])
    }

    @Test func `at the same end the lowest reason holds, empty last`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 -
            1 2019H1 1 02 02 20190102 20190430 04
            1 2019H1 1 02 02 20190103 20190430 03
            1 2019H1 1 02 02 20190104 20190429 01
            """
        ).gives("BJ-05", "2019H1", ["02,02,03,ended,1", "T,T,T,dropout,1", "02,02,U,ended,0"])
    }

    @Test func `while one record is running nothing has ended`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 01
            1 2019H1 1 02 02 20190201 - -
            """
        ).gives("BJ-05", "2019H1", ["T,T,T,ended,0"])
    }

    @Test func `a merged trajectory starts where its first record starts`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20181201 20190228 01
            1 2019H1 1 02 04 20190201 - -
            """
        ).gives("BJ-04", "2019H1", ["T,T,started,0"])
    }

    @Test func `the region of a merged trajectory is that of its last begun record`() throws {
        try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190301 01 GM0363
            1 2019H1 1 02 02 20190201 20190302 01 GM0344
            1 2019H1 1 03 02 20190301 20190303 01 GM0518
            """
        ).gives("BJ-01", "2019H1", ["T,T,T,T,trajectories,2"])
    }
}
