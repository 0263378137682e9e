import Definitions
import Domain
import Testing

struct PublishedSeriesTests {
    let series: [String: PublishedSeries]

    init() throws {
        series = Dictionary(
            uniqueKeysWithValues: try ShippedDefinitions.load().published.map { ($0.id, $0) }
        )
    }

    private func number(_ id: String, _ period: String, _ item: String) throws -> Double? {
        let found = try #require(series[id]).figure(period, item)
        guard case .number(let number) = found?.value else { return nil }
        return number
    }

    @Test(arguments: [
        ("veilig-thuis-national", "2019H1", "advices", 53_145.0),
        ("veilig-thuis-national", "2022H1", "reports", 59_985),
        ("veilig-thuis-national", "2023", "reports", 127_340),
        ("veilig-thuis-national", "2025H1", "advices", 84_935),
        ("veilig-thuis-regions-2020", "2020", "NL01", 127_410),
        ("protection-stocks", "2019-01-01", "total", 31_335),
        ("protection-stocks", "2023-06-30", "supervision", 18_655),
        ("protection-yearly-flows", "2016", "inflow", 12_319),
        ("youth-care-2022h1-youths", "2022H1", "JZ", 382_590),
        ("youth-care-2022h1-trajectories", "2022H1", "JH 12", 483_645),
        ("youth-care-2022h1-percent", "2022H1", "JB 1", 1.1),
        ("youth-care-regions-2020", "2020", "PV31", 28_010),
        ("gi-halfyears", "2019H1", "total_trajectories", 43_680),
        ("gi-halfyears", "2016H1", "premature_external", 425),
        ("referrer-form-2019h1", "2019H1", "total|total", 452_170),
        ("referrer-form-2019h1", "2019H1", "closed_placement|general_practitioner", 150),
        ("referrers-2023h1", "2023H1", "04|repeat", 2_165),
        ("prevalence-self-report", "2016", "ever", 24.7),
        ("csg-national", "2017", "acute", 1_103),
    ])
    func `a figure is the one that was published`(
        _ id: String,
        _ period: String,
        _ item: String,
        _ expected: Double
    ) throws {
        #expect(try number(id, period, item) == expected)
    }

    @Test func `the whole tables of the certified institutions are there`() throws {
        #expect(try #require(series["gi-halfyears"]).figures.count == 40)
        #expect(try #require(series["referrer-form-2019h1"]).figures.count == 44)
        let provisional = try #require(series["gi-halfyears"]).figures
            .filter { $0.status == .provisional }
        #expect(Set(provisional.map(\.period)) == ["2019H1"])
    }

    @Test(arguments: ["2019", "2021H1", "2022", "2023H1"])
    func `the flows of protection measures balance exactly`(_ period: String) throws {
        let opening = try #require(try number("protection-flows", period, "opening"))
        let inflow = try #require(try number("protection-flows", period, "inflow"))
        let outflow = try #require(try number("protection-flows", period, "outflow"))
        #expect(
            try number("protection-flows", period, "closing") == opening + inflow - outflow
        )
    }

    @Test func `Veilig Thuis has holes where nothing was transcribed, and a break before 2019`()
        throws
    {
        let reports = try #require(series["veilig-thuis-national"])
        let holes = reports.figures.filter { $0.value == .missing }.map(\.period)
        #expect(
            Set(holes) == ["2022H2", "2023H1", "2023H2", "2024H1", "2024H2"]
        )
        #expect(reports.breaks.map(\.before) == ["2019H1"])
        #expect(reports.title.nl.contains("alle huiselijk geweld"))
        #expect(reports.title.en.contains("all domestic violence"))
    }

    @Test func `prevalence is an interval without a middle, apart from self-report`() throws {
        let informants = try #require(series["prevalence-informants"])
        #expect(informants.figure("2017", "per_1000")?.value == .interval(26, 37))
        #expect(informants.figure("2010", "per_1000")?.value == .about(34))
        #expect(
            series["prevalence-informants-children"]?.figure("2017", "children")?.value
                == .interval(90_000, 127_000)
        )
        #expect(informants.figure("2016", "per_1000") == nil)
    }

    @Test func `derived figures of the Centrum Seksueel Geweld are marked and breaks drawn`()
        throws
    {
        let csg = try #require(series["csg-national"])
        #expect(csg.breaks.map(\.before) == ["2020", "2021"])
        #expect(csg.figure("2019", "victims")?.value == .number(4_148))
        for period in ["2020", "2021", "2022"] {
            guard case .derived = csg.figure(period, "victims")?.value else {
                Issue.record("\(period) is not marked as derived")
                continue
            }
        }
    }

    @Test func `a point of the publisher is withheld, not missing`() throws {
        let trajectories = try #require(series["youth-care-2022h1-trajectories"])
        #expect(trajectories.figure("2022H1", "JZ")?.value == .withheld)
        #expect(trajectories.figure("2022H1", "JH 11")?.value == .missing)
    }

    @Test func `forms of maltreatment add up to a hundred`() throws {
        let forms = try #require(series["prevalence-informants-forms"])
        let shares = try forms.items.map { try number(forms.id, "2017", $0.code) ?? 0 }
        #expect(shares.reduce(0, +) == 100)
    }
}
