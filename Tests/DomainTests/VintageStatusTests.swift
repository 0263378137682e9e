import Domain
import Testing

struct VintageStatusTests {
    @Test(arguments: [
        ("2019H1", "2019H1", VintageStatus.provisional),
        ("2019H2", "2019H2", .provisional),
        ("2019H1", "2019H2", .revisedProvisional),
        ("2019H1", "2020H1", .final),
        ("2019H2", "2020H1", .final),
        ("2018H1", "2019H2", .final),
        ("2020H1", "2019H2", .provisional),
    ])
    func `the newest published period decides how final a figure is`(
        _ period: String,
        _ latest: String,
        _ status: VintageStatus
    ) throws {
        let period = try #require(ReportingPeriod(period))
        #expect(VintageStatus(of: period, latest: try #require(ReportingPeriod(latest))) == status)
    }
}
