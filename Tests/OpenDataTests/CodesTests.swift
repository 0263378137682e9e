import Testing

@testable import OpenData

@Suite("Codes and names of columns")
struct CodesTests {
    @Test(arguments: [
        ("2019", "2019JJ00", "2019"), ("2019H1", "2019HJ01", "2019-S1"),
        ("2019H2", "2019HJ02", "2019-S2"), ("2019-01-31", "20190131", "2019-01-31"),
    ])
    func `a period has its code at Statistics Netherlands and in SDMX`(
        _ period: String,
        _ code: String,
        _ standard: String
    ) {
        #expect(PeriodCode.code(period) == code)
        #expect(PeriodCode.standard(code) == standard)
    }

    @Test(arguments: [
        ("Begonnen trajecten", "BegonnenTrajecten"),
        ("Reden van beëindiging", "RedenVanBeeindiging"),
        ("Per 1 000", "Per1000"), ("1 tot 2", "X1Tot2"), ("…", "X"), ("GI-tabel", "GITabel"),
    ])
    func `words run together into the name of a column`(_ words: String, _ name: String) {
        #expect(ColumnName.word(words) == name)
    }
}
