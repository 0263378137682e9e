import Comparison
import Definitions
import Disclosure
import Domain

/// Counts of any region from one published table, with what rounding leaves open.
struct RegionCounts {
    private let context: PageContext
    private let table: PublishedTable
    private let error: RoundingError
    private let largestWithheld: Double

    /// `nil` where the profile of the table is not known any more.
    init?(_ context: PageContext, _ table: PublishedTable) {
        guard let profile = context.definitions.profiles[table.profile] else { return nil }
        self.context = context
        self.table = table
        error = RoundingError(profile)
        largestWithheld = Double(max(0, profile.threshold - 1))
    }

    /// What a region shows of a measure that is compared.
    ///
    /// - Parameters:
    ///   - measure: the measure.
    ///   - region: any region of the table.
    /// - Returns: missing where the table lacks the region or the size is in no table.
    /// - Throws: ``PublicationError`` when the database cannot be read.
    func state(_ measure: ComparedMeasure, _ region: CellTable.Region) throws -> ChangePoint.State {
        let events =
            measure.standard == .ageAndSex
            ? try sum(measure, region) : try count(region, [:], measure.numerator)
        let size =
            measure.standard == .ageAndSex
            ? inhabitants(measure, region) : try count(region, [:], measure.denominator)
        guard let events, let size else { return .missing }
        guard case .shown(let above, _) = events, case .shown(let below, _) = size else {
            return .withheld
        }
        guard let less = measure.less else { return .shown(above, of: below) }
        switch try count(region, [:], less) {
        case .shown(let part, _)?: return .shown(above, of: below - part)
        case .withheld?:
            let open = CountRange(
                shown: below.shown,
                low: max(0, below.low - largestWithheld),
                high: below.high
            )
            return .shown(above, of: open)
        case .missing?, nil: return .shown(above, of: below)
        }
    }

    /// What a region shows of a count at its total.
    func count(
        _ region: CellTable.Region,
        _ codes: [String: String],
        _ measure: String
    ) throws -> ChangePoint.State? {
        guard let value = try context.contents.value(table, region, codes, measure: measure)
        else { return nil }
        let isCount = table.measures.first { $0.name == measure }?.isCount ?? true
        if !isCount, case .shown(let number) = value {
            return .shown(CountRange(exactly: Double(number)), of: nil)
        }
        return error.range(value).map { .shown($0, of: nil) } ?? .withheld
    }

    /// The sum over the ages of a measure; withheld where one of them is.
    private func sum(
        _ measure: ComparedMeasure,
        _ region: CellTable.Region
    ) throws -> ChangePoint.State? {
        var total = CountRange(exactly: 0)
        for age in measure.ages {
            switch try count(region, ["age": age], measure.numerator) {
            case .shown(let part, _)?: total = total + part
            case .withheld?: return .withheld
            case .missing?, nil: return nil
            }
        }
        return .shown(total, of: nil)
    }

    /// Inhabitants from the sheet: those of the municipalities that lie in the region.
    private func inhabitants(
        _ measure: ComparedMeasure,
        _ region: CellTable.Region
    ) -> ChangePoint.State? {
        guard let sheet = context.contents.comparisons.sheet(measure.id),
            sheet.period == table.period
        else { return nil }
        if region.geography == .country { return .shown(sheet.countrySize, of: nil) }
        let inside = context.definitions.regions.municipalities.filter { place in
            region.geography == .municipality
                ? place.code == region.code : place.regions[region.geography] == region.code
        }
        let sizes = inside.compactMap { sheet.row($0.code)?.size }
        guard !sizes.isEmpty, sizes.count == inside.count else { return nil }
        return .shown(sizes.reduce(CountRange(exactly: 0), +), of: nil)
    }
}
