/// Which figures of an indicator a page shows, and in which order.
struct OwnFigurePlan: Sendable {
    /// The form of a figure.
    enum Form: Sendable {
        /// A measure at its total, period by period.
        case overTime(measure: String)
        /// A measure of the newest period by the codes of a dimension.
        case parts(of: String, measure: String)
        /// Stock and flows of the newest period.
        case balance
        /// A measure of the newest period by the codes of two dimensions crossed.
        case crossed(String, String, codes: [[String]], measure: String)
    }

    /// The indicator, as `BJ-01`.
    let indicator: String
    /// The form.
    let form: Form

    /// The key of its words.
    var key: String {
        let id = indicator.lowercased()
        switch form {
        case .overTime(let measure): return "\(id).\(measure)"
        case .parts(let dimension, _): return "\(id).by-\(dimension)"
        case .balance: return "\(id).balance"
        case .crossed: return "\(id).crossed"
        }
    }

    /// Every figure, by indicator.
    static let all: [OwnFigurePlan] = [
        OwnFigurePlan(indicator: "BJ-01", form: .overTime(measure: "trajectories")),
        OwnFigurePlan(indicator: "BJ-01", form: .parts(of: "form", measure: "trajectories")),
        OwnFigurePlan(indicator: "BJ-01", form: .parts(of: "referrer", measure: "trajectories")),
        OwnFigurePlan(indicator: "BJ-02", form: .overTime(measure: "youths")),
        OwnFigurePlan(indicator: "BJ-02", form: .parts(of: "form", measure: "youths")),
        OwnFigurePlan(indicator: "BJ-03", form: .parts(of: "form", measure: "youths")),
        OwnFigurePlan(indicator: "BJ-04", form: .overTime(measure: "started")),
        OwnFigurePlan(indicator: "BJ-04", form: .overTime(measure: "repeat")),
        OwnFigurePlan(indicator: "BJ-05", form: .overTime(measure: "ended")),
        OwnFigurePlan(indicator: "BJ-05", form: .parts(of: "reason", measure: "ended")),
        OwnFigurePlan(indicator: "BJ-06", form: .parts(of: "class", measure: "ended")),
        OwnFigurePlan(indicator: "BJ-06", form: .overTime(measure: "median_days")),
        OwnFigurePlan(indicator: "BJ-07", form: .overTime(measure: "no_new_start")),
        OwnFigurePlan(indicator: "BJ-08", form: .overTime(measure: "satisfaction_percent")),
        OwnFigurePlan(indicator: "BJ-08", form: .overTime(measure: "satisfaction_mean")),
        OwnFigurePlan(indicator: "BJ-08", form: .overTime(measure: "without_help_percent")),
        OwnFigurePlan(indicator: "BJ-08", form: .overTime(measure: "without_help_yes")),
        OwnFigurePlan(
            indicator: "BJ-09",
            form: .parts(of: "referrer", measure: "with_residence_standardised")
        ),
        OwnFigurePlan(indicator: "JB-01", form: .balance),
        OwnFigurePlan(indicator: "JB-01", form: .overTime(measure: "closing")),
        OwnFigurePlan(indicator: "JB-01", form: .parts(of: "type", measure: "closing")),
        OwnFigurePlan(indicator: "JB-02", form: .overTime(measure: "per_1000")),
        OwnFigurePlan(indicator: "JB-03", form: .parts(of: "reason", measure: "ended")),
        OwnFigurePlan(indicator: "JB-04", form: .overTime(measure: "inflow")),
        OwnFigurePlan(indicator: "JB-04", form: .overTime(measure: "repeat")),
        OwnFigurePlan(indicator: "JB-05", form: .parts(of: "form", measure: "youths")),
        OwnFigurePlan(indicator: "VT-01", form: .overTime(measure: "reports")),
        OwnFigurePlan(indicator: "VT-01", form: .overTime(measure: "advices")),
        OwnFigurePlan(indicator: "VT-01", form: .parts(of: "scope", measure: "reports")),
        OwnFigurePlan(indicator: "VT-01", form: .parts(of: "reporter", measure: "reports")),
        OwnFigurePlan(indicator: "VT-01", form: .parts(of: "nature", measure: "reports")),
        OwnFigurePlan(indicator: "VT-02", form: .overTime(measure: "cases")),
        OwnFigurePlan(indicator: "VT-02", form: .parts(of: "involvement", measure: "reports")),
        OwnFigurePlan(indicator: "VT-03", form: .overTime(measure: "in_time")),
        OwnFigurePlan(indicator: "VT-03", form: .overTime(measure: "late")),
        OwnFigurePlan(indicator: "VT-04", form: .parts(of: "appraisal", measure: "reports")),
        OwnFigurePlan(indicator: "VT-04", form: .parts(of: "decision", measure: "reports")),
        OwnFigurePlan(indicator: "VT-05", form: .parts(of: "outcome", measure: "investigations")),
        OwnFigurePlan(indicator: "VT-07", form: .overTime(measure: "repeat")),
        OwnFigurePlan(indicator: "VT-07", form: .parts(of: "scope", measure: "repeat")),
        OwnFigurePlan(indicator: "VT-09", form: .parts(of: "referral", measure: "reports")),
        OwnFigurePlan(indicator: "CSG-01", form: .overTime(measure: "registrations")),
        OwnFigurePlan(indicator: "CSG-01", form: .parts(of: "nature", measure: "registrations")),
        OwnFigurePlan(indicator: "CSG-01", form: .parts(of: "acute", measure: "registrations")),
        OwnFigurePlan(
            indicator: "CSG-02",
            form: .crossed(
                "own_network",
                "duration",
                codes: [["J", "S"], ["J", "E"], ["N", "S"], ["N", "E"]],
                measure: "registrations"
            )
        ),
    ]

    /// The figures of an indicator.
    static func plans(for indicator: String) -> [OwnFigurePlan] {
        all.filter { $0.indicator == indicator }
    }
}
