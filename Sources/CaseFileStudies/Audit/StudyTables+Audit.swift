import Definitions
public import Domain
import Statistics

extension StudyTables {
    /// The audit of help: shares of elements by unit, with the limits of a funnel.
    ///
    /// `lower` and `upper` are the limits within which 95 of 100 units would lie by chance,
    /// `bound_lower` and `bound_upper` those of 998 of 1 000, `target` the share in all files.
    public static func audit(
        _ figures: [HelpAudit.Figure],
        _ state: StudyState,
        by division: HelpAudit.Division
    ) -> CellTable {
        var rows: [(codes: [String], measure: String, value: Int64)] = []
        for figure in figures {
            let codes = [figure.element, figure.unit]
            func add(_ name: String, _ value: Double?) {
                guard let value, value.isFinite else { return }
                rows.append((codes, name, Int64((value * 1000).rounded())))
            }
            rows.append((codes, "files", Int64(figure.files)))
            rows.append((codes, "files_with", Int64(figure.with)))
            rows.append((codes, "files_without", Int64(figure.files - figure.with)))
            guard figure.share != nil else { continue }
            rows.append((codes, "status", figure.limits95 == nil ? 1 : 2))
            add("estimate", figure.share)
            add("target", figure.target)
            add("lower", figure.limits95?.lower)
            add("upper", figure.limits95?.upper)
            add("bound_lower", figure.limits998?.lower)
            add("bound_upper", figure.limits998?.upper)
        }
        return table(
            state.request.id + "-audit-" + division.rawValue,
            state,
            dimensions: [
                ("element", Array(Set(figures.map(\.element)))),
                (division.rawValue, Array(Set(figures.map(\.unit)))),
            ],
            measures: ["files", "files_with", "files_without"].map { CellTable.Measure(name: $0) }
                + ["estimate", "target", "lower", "upper", "bound_lower", "bound_upper"].map {
                    CellTable.Measure(name: $0, decimals: 1, isCount: false)
                } + [CellTable.Measure(name: "status", isCount: false)],
            rows: rows
        )
    }
}
