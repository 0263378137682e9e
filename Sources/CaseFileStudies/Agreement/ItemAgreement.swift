public import Definitions
public import Statistics

/// *Overeenstemming*: whether two coders who do not know of each other read the same in a file.
///
/// Krippendorff's alpha decides, on the level of the item: names for a choice, numbers for a
/// continuum. Of an item with several answers each option is an item of its own.
public struct ItemAgreement: Sendable {
    /// The item, as `forms` or `forms:witness`.
    public let item: String
    /// The level on which alpha is taken.
    public let level: AlphaLevel
    /// Files that both coders answered.
    public let files: Int
    /// The share of them with the same answer.
    public let percent: Double?
    /// Cohen's kappa; for a continuum with quadratic weights.
    public let kappa: AgreementCoefficient
    /// Fleiss' kappa, with the same weights.
    public let fleiss: AgreementCoefficient
    /// Gwet's AC1; AC2 for a continuum.
    public let gwet: AgreementCoefficient
    /// Krippendorff's alpha.
    public let alpha: AgreementCoefficient
    /// The intraclass correlation of a continuum, two-way random, of one reading.
    public let intraclass: IntraclassCorrelation?
    /// The limit that was fixed beforehand.
    public let limit: Double
    /// Whether a figure may be given.
    ///
    /// Alpha is undefined when everybody chose the same: then it may, when all agree.
    public var isAgreed: Bool {
        guard files > 1 else { return false }
        guard let estimate = alpha.estimate else { return percent == 1 }
        return estimate >= limit
    }

    /// The agreement on every item that was read twice, in the order of the instrument.
    public static func all(_ state: StudyState, _ instrument: Instrument) -> [ItemAgreement] {
        let pairs = DoubleReading.all(state)
        return instrument.items.flatMap { item -> [ItemAgreement] in
            guard item.kind == .choices else {
                let isNumber = item.kind == .continuum
                let ratings = pairs.compactMap { pair -> [String?]? in
                    guard let first = pair.first.answers[item.id]?.value,
                        let second = pair.second.answers[item.id]?.value
                    else { return nil }
                    // On a continuum a missing answer has no place; among choices it is an answer.
                    let isSilent = [first, second].contains {
                        Instrument.Missing(rawValue: $0) != nil
                    }
                    return isNumber && isSilent ? nil : [first, second]
                }
                return [
                    ItemAgreement(
                        item: item.id,
                        level: isNumber ? .interval : .nominal,
                        ratings: ratings,
                        limit: state.request.agreementLimit
                    )
                ].compactMap { $0 }
            }
            return item.options.compactMap { option in
                let ratings = pairs.compactMap { pair -> [String?]? in
                    guard let first = pair.first.answers[item.id]?.value,
                        let second = pair.second.answers[item.id]?.value
                    else { return nil }
                    func named(_ value: String) -> String {
                        if Instrument.Missing(rawValue: value) != nil { return value }
                        return value.split(separator: " ").contains(Substring(option.code))
                            ? "yes" : "no"
                    }
                    return [named(first), named(second)]
                }
                return ItemAgreement(
                    item: "\(item.id):\(option.code)",
                    level: .nominal,
                    ratings: ratings,
                    limit: state.request.agreementLimit
                )
            }
        }
    }

    /// The agreement on what an estimate takes from its item.
    public static func of(
        _ estimate: StudyRequest.Estimate,
        _ state: StudyState,
        _ instrument: Instrument
    ) -> ItemAgreement? {
        guard let item = instrument.item(estimate.item) else { return nil }
        if item.kind != .choices {
            return all(state, instrument).first { $0.item == item.id }
        }
        let ratings = DoubleReading.all(state).compactMap { pair -> [String?]? in
            let values = [pair.first, pair.second].map {
                EstimateValue(estimate, $0.answers, instrument).number
            }
            guard let first = values[0], let second = values[1] else { return nil }
            return ["\(Int(first))", "\(Int(second))"]
        }
        return ItemAgreement(
            item: estimate.id,
            level: .nominal,
            ratings: ratings,
            limit: state.request.agreementLimit
        )
    }

    /// `nil` when no file was answered twice.
    init?(item: String, level: AlphaLevel, ratings: [[String?]], limit: Double) {
        guard !ratings.isEmpty, let table = try? Ratings(ratings) else { return nil }
        let kind: AgreementWeights = level == .nominal ? .identity : .quadratic
        let weights = kind.matrix(scores: table.scores)
        self.item = item
        self.level = level
        self.limit = limit
        files = table.units
        percent = table.percentAgreement
        kappa = table.cohenKappa(weights)
        fleiss = table.fleissKappa(weights)
        gwet = table.gwetAC(weights)
        alpha = table.krippendorffAlpha(level)
        let numbers = ratings.map { $0.compactMap { $0.flatMap(Double.init) } }
        intraclass =
            level == .interval && numbers.count > 1
            ? IntraclassCorrelation.all(numbers, level: 0.95).first { $0.form == .twoWayRandom }
            : nil
    }
}

/// The two blind readings of a file.
struct DoubleReading {
    let file: String
    let first: Coding
    let second: Coding

    static func all(_ state: StudyState) -> [DoubleReading] {
        var readings: [String: [Coding.Round: Coding]] = [:]
        for coding in state.codings where state.consents[coding.file]?.outcome == .given {
            readings[coding.file, default: [:]][coding.round] = coding
        }
        return readings.keys.sorted().compactMap { file in
            guard let first = readings[file]?[.first], let second = readings[file]?[.second] else {
                return nil
            }
            return DoubleReading(file: file, first: first, second: second)
        }
    }
}
