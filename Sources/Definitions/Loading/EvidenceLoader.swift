import Domain

/// Reads what `ijkpunt simulate` wrote: `simulation/evidence.yaml` and its two tables.
struct EvidenceLoader {
    let folder: DefinitionFolder
    let scenarios: [String]

    func load() throws(DefinitionError) -> SimulationEvidence {
        let reader = try folder.yaml("simulation/evidence.yaml").record(keys: [
            "runs", "seed", "fingerprint", "truths",
        ])
        let truths = try reader.required("truths").record(keys: scenarios)
        var changes: [String: Double] = [:]
        for scenario in scenarios {
            changes[scenario] = try truths.required(scenario).signed()
        }
        return SimulationEvidence(
            runs: try reader.required("runs").number(in: 1...1_000_000),
            seed: UInt64(try reader.required("seed").number(in: 0...Int.max)),
            fingerprint: try reader.required("fingerprint").text(),
            truths: changes,
            candidates: try candidates(),
            results: try results()
        )
    }

    private func candidates() throws(DefinitionError) -> [SimulationEvidence.Candidate] {
        try folder.csv(
            "simulation/evidence-candidates.csv",
            columns: ["row", "false_alarms", "records", "others"]
        ).map { row throws(DefinitionError) in
            SimulationEvidence.Candidate(
                row: try row.required("row").number(in: 0...99),
                falseAlarms: try row.required("false_alarms").shares(),
                records: try row.required("records").decimal(),
                others: try row.optional("others")?.decimal()
            )
        }
    }

    private func results() throws(DefinitionError) -> [SimulationEvidence.Result] {
        try folder.csv(
            "simulation/evidence.csv",
            columns: ["row", "scenario", "interval", "power", "change", "bias", "bias_error"]
        ).map { row throws(DefinitionError) in
            let scenario = row.required("scenario")
            guard scenarios.contains(where: { scenario.isText($0) }) else {
                throw scenario.mistake(
                    found: "the scenario \(scenario.described)",
                    expected: "one of " + scenarios.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return SimulationEvidence.Result(
                row: try row.required("row").number(in: 0...99),
                scenario: try scenario.text(),
                interval: try row.required("interval").number(in: 1...8),
                power: try row.required("power").shares(),
                change: try row.optional("change")?.signed(),
                bias: try row.optional("bias")?.signed(),
                biasError: try row.optional("bias_error")?.decimal()
            )
        }
    }
}

extension RecordValue {
    /// A number with or without a minus.
    fileprivate func signed() throws(DefinitionError) -> Double {
        let text = try text(expected: "a number")
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
            let number = Double(text)
        else { throw mistake(found: described, expected: "a number") }
        return number
    }

    /// Shares with `;` between them.
    fileprivate func shares() throws(DefinitionError) -> [Double] {
        let parts = try text(expected: "shares with `;` between them").split(separator: ";")
        return try parts.map { part throws(DefinitionError) in
            guard let number = Double(part), (0...1).contains(number) else {
                throw mistake(found: described, expected: "shares with `;` between them")
            }
            return number
        }
    }
}
