internal import Foundation

extension StatMethod {
    /// Mean count of recurring events.
    static let recurrent = StatMethod(
        "recurrent",
        "Mean number of events of a person over time, events recurring, for each group.",
        reference: "Nelson 1995; Lawless and Nadeau 1995; R survival 3.5",
        columns: [
            Column("id", "the person"),
            Column("time", "time of the event (status 1) or end of follow-up (status 0)"),
            Column("status", "1 event, 0 end of follow-up"),
            Column("entry", "start of follow-up; the first counts", isRequired: false),
            Column("group", "groups to compare; one for each person", isRequired: false),
        ],
        options: [
            Option("variance", oneOf: ["robust", "poisson"], "how the variance is found"),
            Option("interval", oneOf: ["log", "plain"], "scale of limits"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let complete = try input.complete(["id", "time", "status", "entry"])
        let table = complete.table
        let ids = try table.texts("id")
        let times = try table.numbers("time")
        let status = try table.counts("status")
        let entries = table.has("entry") ? try table.numbers("entry") : times.map { _ in 0 }
        for (row, value) in status.enumerated() where value > 1 {
            throw .outOfRange(row: row + 2, column: "status", expected: "0 or 1")
        }
        for (row, time) in times.enumerated() where time <= entries[row] {
            throw .outOfRange(row: row + 2, column: "time", expected: "more than entry")
        }
        let isRobust = try input.text("variance") == "robust"
        let isLog = try input.text("interval") == "log"
        let z = Statistics.z(level: try input.level())
        var result = MethodResult(
            convention: """
                Nelson-Aalen; variance \(isRobust ? "robust" : "poisson"); \
                interval \(isLog ? "log" : "plain")
                """,
            n: Set(ids).count,
            warnings: complete.warnings
        )
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups(of: table) {
            let persons = Dictionary(grouping: rows) { ids[$0] }.sorted { $0.key < $1.key }
            let curve = MeanCumulativeCount(
                persons: persons.map { _, rows in
                    (
                        rows.map { entries[$0] }.min() ?? 0, rows.map { times[$0] }.max() ?? 0,
                        rows.filter { status[$0] == 1 }.map { times[$0] }
                    )
                }
            )
            if curve.steps.isEmpty { result.warnings.append("\(name.said): no events.") }
            groups.append(
                .object([
                    "n": .integer(persons.count),
                    "events": .number(curve.steps.map(\.events).reduce(0, +)),
                    "curve": .array(
                        curve.steps.map { step in
                            let error = isRobust ? step.error : step.poissonError
                            let factor = exp(z * error / step.mean)
                            let limits =
                                isLog
                                ? Interval(step.mean / factor, step.mean * factor)
                                : Interval(around: step.mean, error: error, z: z)
                            return .object([
                                "time": .number(step.time),
                                "at-risk": .number(step.atRisk),
                                "events": .number(step.events),
                                "mean": .number(step.mean),
                                "se": .number(error),
                                "lower": .number(limits.lower),
                                "upper": .number(limits.upper),
                            ])
                        }
                    ),
                ]).adding(name.labels)
            )
        }
        result.results["groups"] = .array(groups)
        return result
    }
}
