/// Reads `simulation/observations.csv`: every row of the framework has one, and the cohort.
struct MeasurementLoader {
    let folder: DefinitionFolder
    let framework: WeighingFramework

    private static let columns = [
        "row", "kind", "event", "forms", "probability", "background", "wobble", "size",
        "participation", "participation_violent", "sensitivity", "false_positive", "basis",
    ]

    private enum Kind: String, CaseIterable { case count, sample, cohort }
    private enum Forms: String, CaseIterable { case all, sexual }

    func load() throws(DefinitionError) -> [SimulationDefinitions.Measurement] {
        let file = "simulation/observations.csv"
        var found: [SimulationDefinitions.Measurement] = []
        for row in try folder.csv(file, columns: MeasurementLoader.columns) {
            let number = try row.required("row").number(in: 0...framework.rows.count)
            guard !found.contains(where: { $0.row == number }) else {
                throw row.required("row").mistake(
                    found: "row \(number) more than once",
                    expected: "it once"
                )
            }
            found.append(
                SimulationDefinitions.Measurement(
                    row: number,
                    event: try row.required("event").choice(SimulationDefinitions.Event.self),
                    onlySexual: try row.required("forms").choice(Forms.self) == .sexual,
                    observation: try observation(row),
                    basis: try row.required("basis").text()
                )
            )
        }
        for row in framework.rows where !found.contains(where: { $0.row == row.number }) {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "no observation of row \(row.number)",
                expected: "one for every row of the framework"
            )
        }
        return found
    }

    private func observation(
        _ row: CSVRow
    ) throws(DefinitionError) -> SimulationDefinitions.Observation {
        let kind = try row.required("kind").choice(Kind.self)
        guard kind == .count else {
            return .sample(
                size: try row.required("size").number(in: 1...100_000),
                participation: try row.required("participation").chance(),
                participationViolent: try row.required("participation_violent").chance(),
                sensitivity: try row.required("sensitivity").chance(),
                falsePositive: try row.required("false_positive").chance(),
                isCohort: kind == .cohort
            )
        }
        return .count(
            probability: try row.required("probability").chance(),
            background: try row.required("background").chance(),
            wobble: try row.required("wobble").chance()
        )
    }
}
