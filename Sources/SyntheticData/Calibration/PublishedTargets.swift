import Definitions
import Domain

/// The published cells that a country is drawn after or calibrated to.
struct PublishedTargets: Sendable {
    /// The half-year of the table by form.
    static let formPeriod = ReportingPeriod(ordinal: 2019 * 2)

    /// The half-years of the table of certified institutions, in order.
    let institutionPeriods: [ReportingPeriod]

    private let institutions: PublishedSeries
    private let forms: PublishedSeries

    init(_ published: [PublishedSeries]) throws(PlanError) {
        institutions = try Self.series("gi-halfyears", published)
        forms = try Self.series("referrer-form-2019h1", published)
        institutionPeriods = Set(institutions.figures.compactMap { ReportingPeriod($0.period) })
            .sorted()
    }

    /// A cell of the table of certified institutions.
    func institution(_ item: String, _ period: ReportingPeriod) throws(PlanError) -> Int {
        try Self.number(in: institutions, item) { $0.period == period.description }
    }

    /// A cell of the table by form and referrer.
    func form(_ row: String, _ column: String) throws(PlanError) -> Int {
        try Self.number(in: forms, "\(row)|\(column)") { _ in true }
    }

    private static func series(
        _ id: String,
        _ published: [PublishedSeries]
    ) throws(PlanError) -> PublishedSeries {
        guard let series = published.first(where: { $0.id == id }) else {
            throw .target(series: id, period: "", item: "")
        }
        return series
    }

    private static func number(
        in series: PublishedSeries,
        _ item: String,
        _ isPeriod: (PublishedFigure) -> Bool
    ) throws(PlanError) -> Int {
        let figure = series.figures.first { $0.item == item && isPeriod($0) }
        guard case .number(let value)? = figure?.value else {
            throw .target(series: series.id, period: figure?.period ?? "", item: item)
        }
        return Int(value)
    }
}
