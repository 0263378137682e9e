import CaseFileStudies
import Disclosure
import Domain
import Foundation
import Statistics

/// The results of studies as JSON.
enum StudyJSONText {
    /// A signed plan: the plan under `plan`, as it was signed, its signature beside it.
    static func plan(_ signed: SignedPlan) -> JSONValue {
        let bytes = (try? signed.plan.bytes()) ?? []
        let plan = JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
        return .object([
            "plan": plan ?? .null, "signature": .string(signed.signature),
            "publicKey": .string(signed.publicKey),
        ])
    }

    /// The agreement on items, with the convention of each coefficient.
    static func agreement(_ items: [ItemAgreement]) -> JSONValue {
        .array(
            items.map { item in
                let weights = item.level == .nominal ? "identity" : "quadratic"
                return .object([
                    "item": .string(item.item), "files": .integer(item.files),
                    "percent": JSONValue(item.percent), "limit": .number(item.limit),
                    "isAgreed": .bool(item.isAgreed),
                    "alpha": coefficient(item.alpha, "krippendorff, \(item.level.rawValue)"),
                    "kappa": coefficient(item.kappa, "cohen, \(weights) weights, raters by round"),
                    "fleiss": coefficient(item.fleiss, "fleiss, \(weights) weights"),
                    "gwet": coefficient(
                        item.gwet,
                        item.level == .nominal ? "AC1" : "AC2, quadratic weights"
                    ),
                    "icc": .object([
                        "estimate": JSONValue(item.intraclass?.estimate),
                        "lower": JSONValue(item.intraclass?.interval?.lower),
                        "upper": JSONValue(item.intraclass?.interval?.upper),
                        "convention": .string("icc2, two-way random, one reading"),
                    ]),
                ])
            }
        )
    }

    private static func coefficient(
        _ found: AgreementCoefficient,
        _ convention: String
    ) -> JSONValue {
        let interval = found.interval(level: 0.95)
        return .object([
            "estimate": JSONValue(found.estimate), "standardError": JSONValue(found.standardError),
            "lower": JSONValue(interval?.lower), "upper": JSONValue(interval?.upper),
            "convention": .string(convention),
        ])
    }

    /// Figures as they are, for inside the secure area.
    static func figures(_ figures: [StudyFigure]) -> JSONValue {
        .array(
            figures.map { figure in
                .object([
                    "estimate": .string(figure.estimate), "domain": .string(figure.domain),
                    "files": .integer(figure.files),
                    "with": figure.with.map { .integer($0) } ?? .null,
                    "missing": .integer(figure.missing), "isAgreed": .bool(figure.isAgreed),
                    "value": JSONValue(figure.value?.estimate),
                    "variance": JSONValue(figure.value?.variance),
                    "standardError": JSONValue(figure.value?.standardError),
                    "coderVariance": JSONValue(figure.coderVariance),
                    "degreesOfFreedom": figure.value.map { .integer($0.degreesOfFreedom) } ?? .null,
                    "designEffect": JSONValue(figure.value?.designEffect),
                    "lower": JSONValue(figure.interval?.lower),
                    "upper": JSONValue(figure.interval?.upper),
                    "convention": .string(figure.convention),
                    "boundLower": JSONValue(figure.bounds?.lower),
                    "boundUpper": JSONValue(figure.bounds?.upper),
                    "total": JSONValue(figure.total?.estimate),
                    "totalLower": JSONValue(figure.totalInterval?.lower),
                    "totalUpper": JSONValue(figure.totalInterval?.upper),
                    "warnings": .array(figure.warnings.map { .string($0) }),
                ])
            }
        )
    }

    /// A protected table as a list of cells by measure.
    ///
    /// `null` is suppressed, and a figure that does not exist is left out; counts of zero are written.
    static func table(_ table: ProtectedTable) -> JSONValue {
        let layout = table.layout
        let hasStatus = table.measures.contains { $0.name == "status" }
        var cells: [[String]] = []
        for key in table.keys {
            let places = layout.places(of: key)
            let codes = table.dimensions.indices.map {
                table.dimensions[$0].codes[places[$0 + 1]]
            }
            if cells.last != codes { cells.append(codes) }
        }
        return .array(
            cells.map { codes in
                var object: [String: JSONValue] = [:]
                for (dimension, code) in zip(table.dimensions, codes) {
                    object[dimension.name] = .string(code)
                }
                var status = Int64(hasStatus ? 0 : 2)
                if hasStatus, case .shown(let kind) = value(table, codes, "status") {
                    status = kind
                }
                for measure in table.measures {
                    let isLimit =
                        ["lower", "upper"].contains { measure.name.hasSuffix($0) }
                        && !measure.name.hasPrefix("bound")
                    let isThere =
                        measure.isCount || measure.name == "status"
                        || status > (isLimit ? 1 : 0)
                    guard isThere else { continue }
                    guard case .shown(let number) = value(table, codes, measure.name) else {
                        object[measure.name] = .null
                        continue
                    }
                    let text = CellTable.text(number, decimals: measure.decimals)
                    object[measure.name] =
                        measure.decimals == 0
                        ? .integer(Int(number)) : .number(Double(text) ?? 0)
                }
                return .object(object)
            }
        )
    }

    private static func value(
        _ table: ProtectedTable,
        _ codes: [String],
        _ measure: String
    ) -> ProtectedTable.Value? {
        table.value(CellTable.Region(geography: .country, code: "NL01"), codes, measure)
    }
}
