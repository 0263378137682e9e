import Domain

/// Reads the folder `simulation`.
struct SimulationLoader {
    let folder: DefinitionFolder
    let framework: WeighingFramework

    private static let scenarioFile = "simulation/scenarios.yaml"

    func load() throws(DefinitionError) -> SimulationDefinitions {
        let parameters = try parameters()
        let reader = try folder.yaml(SimulationLoader.scenarioFile).record(keys: [
            "settings", "scenarios",
        ])
        return SimulationDefinitions(
            parameters: parameters,
            measurements: try MeasurementLoader(folder: folder, framework: framework).load(),
            scenarios: try reader.required("scenarios").list().map {
                item throws(DefinitionError) in
                try scenario(of: item, known: parameters.map(\.id))
            },
            settings: try settings(of: reader.required("settings")),
            fingerprint: try folder.fingerprint(of: [
                "simulation/parameters.csv", "simulation/observations.csv",
                SimulationLoader.scenarioFile,
            ])
        )
    }

    private func parameters() throws(DefinitionError) -> [SimulationDefinitions.Parameter] {
        let file = "simulation/parameters.csv"
        var parameters: [SimulationDefinitions.Parameter] = []
        for row in try folder.csv(
            file,
            columns: ["id", "value", "meaning", "source", "certainty"]
        ) {
            let id = try row.required("id").text()
            guard SimulationDefinitions.needed.contains(id),
                !parameters.contains(where: { $0.id == id })
            else {
                throw row.required("id").mistake(
                    found: "the parameter `\(id)`",
                    expected: "each parameter of the simulation, once"
                )
            }
            parameters.append(
                SimulationDefinitions.Parameter(
                    id: id,
                    value: try row.required("value").chance(),
                    meaning: try row.required("meaning").text(),
                    source: try row.required("source").text(),
                    certainty: try row.required("certainty").choice(Certainty.self)
                )
            )
        }
        for id in SimulationDefinitions.needed where !parameters.contains(where: { $0.id == id }) {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "no parameter `\(id)`",
                expected: "each parameter of the simulation, once"
            )
        }
        return parameters
    }

    private func scenario(
        of item: RecordValue,
        known: [String]
    ) throws(DefinitionError) -> SimulationDefinitions.Scenario {
        let reader = try item.record(keys: ["id", "title", "target", "factors", "registration"])
        var factors: [String: Double] = [:]
        if let value = reader.optional("factors") {
            let fields = try value.record(keys: known)
            for id in known {
                if let factor = try fields.optional(id)?.decimal() { factors[id] = factor }
            }
        }
        return SimulationDefinitions.Scenario(
            id: try reader.required("id").text(),
            title: try reader.required("title").localized(),
            target: try reader.required("target").choice(SimulationDefinitions.Target.self),
            factors: factors,
            registration: try reader.optional("registration")?.decimal() ?? 1
        )
    }

    private func settings(
        of value: RecordValue
    ) throws(DefinitionError) -> SimulationDefinitions.Settings {
        let reader = try value.record(keys: [
            "children", "burn-in", "baseline", "follow-up", "false-alarms", "adequate-power",
        ])
        return SimulationDefinitions.Settings(
            children: try reader.required("children").number(in: 1000...10_000_000),
            burnIn: try reader.required("burn-in").number(in: 4...40),
            // Four half-years are one reading at the longest interval; fewer than two is no series.
            baseline: try reader.required("baseline").number(in: 8...40),
            followUp: try reader.required("follow-up").number(in: 4...40),
            falseAlarms: try reader.required("false-alarms").chance(),
            adequatePower: try reader.required("adequate-power").chance()
        )
    }
}

extension RecordValue {
    /// A number from 0 to 1.
    func chance() throws(DefinitionError) -> Double {
        let number = try decimal()
        guard number <= 1 else {
            throw mistake(found: described, expected: "a number from 0 to 1")
        }
        return number
    }
}

extension DefinitionFolder {
    /// The fingerprint of some files: FNV-1a over their bytes (Fowler, Noll and Vo, 1991).
    ///
    /// It tells one state of the records from another; it guards against nobody.
    fileprivate func fingerprint(of files: [String]) throws(DefinitionError) -> String {
        var bits: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            for byte in try text(file).utf8 {
                bits = (bits ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
