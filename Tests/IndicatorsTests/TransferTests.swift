import Testing

@Suite("Transfers of measures")
struct TransferTests {
    @Test func `a transfer within the half-year leaves opening and closing stock as they were`()
        throws
    {
        try SpecTable(
            """
            1 2019H1 1 11 - 20180901 - 20190331
            2 2019H1 1 11 20190401 - - -
            """,
            source: "jeugdbescherming"
        ).gives(
            "JB-01",
            "2019H1",
            [
                "11,opening,1", "11,inflow,0", "11,transfer_in,1", "11,outflow,0",
                "11,transfer_out,1", "11,closing,1",
            ]
        )
    }

    @Test func `handed over on the last day is in the closing stock of that half-year`() throws {
        try SpecTable(
            """
            1 2019H1 1 11 - 20190201 - 20190630
            """,
            source: "jeugdbescherming"
        ).gives(
            "JB-01",
            "2019H1",
            ["11,inflow,1", "11,transfer_out,0", "11,outflow,0", "11,closing,1"]
        )
    }

    @Test func `taken over on the first day is in the opening stock of that half-year`() throws {
        try SpecTable(
            """
            2 2019H2 1 11 20190701 - 20190801 -
            """,
            source: "jeugdbescherming"
        ).gives(
            "JB-01",
            "2019H2",
            ["11,opening,1", "11,transfer_in,0", "11,outflow,1", "11,closing,0"]
        )
    }

    @Test func `a record with a day of taking over is never inflow, whatever its start says`()
        throws
    {
        try SpecTable(
            """
            2 2019H1 1 11 20190401 20190301 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-01", "2019H1", ["11,inflow,0", "11,transfer_in,1", "11,closing,1"])
    }

    @Test func `ended on the last day is outflow and not in the closing stock`() throws {
        try SpecTable(
            """
            1 2019H1 1 21 - 20180901 20190630 -
            1 2019H1 2 21 - 20190630 20190630 -
            1 2019H1 3 21 - 20190101 - -
            """,
            source: "jeugdbescherming"
        ).gives("JB-01", "2019H1", ["21,opening,1", "21,inflow,2", "21,outflow,2", "21,closing,1"])
    }

    @Test func `a transfer between the halves is seen from both sides in the year`() throws {
        try SpecTable(
            """
            1 2019H1 1 11 - 20180901 - 20190630
            2 2019H2 1 11 20190701 - - -
            """,
            source: "jeugdbescherming"
        ).gives(
            "JB-01",
            "2019",
            ["11,opening,1", "11,transfer_out,1", "11,transfer_in,1", "11,closing,1"]
        )
    }
}
