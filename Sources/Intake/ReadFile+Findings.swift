public import Domain

extension ReadFile {
    /// The findings of one rule on a file.
    public struct FindingGroup: Sendable, Equatable {
        /// The code of the rule.
        public let code: String
        /// What happens to the data.
        public let severity: Finding.Severity
        /// How many findings there are.
        public internal(set) var count: Int
        /// How many of them on each column; the empty name for a whole record or file.
        public internal(set) var fields: [String: Int]
        /// The first of them, in the order of the rows.
        public internal(set) var first: [Finding]
    }

    /// Goes through the findings: those on the file, then those on rows in their order.
    ///
    /// A finding on a row takes eight bytes until it is asked for, so that millions can be kept.
    public func forEachFinding(_ body: (Finding) throws -> Void) rethrows {
        for finding in findings { try body(finding) }
        for found in rowFindings { try body(finding(found)) }
    }

    /// The findings by rule, in the order of the codes, each with its first few.
    public func findingGroups(first shown: Int) -> [FindingGroup] {
        var groups: [String: FindingGroup] = [:]
        func add(_ code: String, _ field: String, _ make: () -> Finding) {
            if var group = groups.removeValue(forKey: code) {
                group.count += 1
                group.fields[field, default: 0] += 1
                if group.first.count < shown { group.first.append(make()) }
                groups[code] = group
            } else {
                let finding = make()
                groups[code] = FindingGroup(
                    code: code,
                    severity: finding.severity,
                    count: 1,
                    fields: [field: 1],
                    first: shown > 0 ? [finding] : []
                )
            }
        }
        for finding in findings { add(finding.code, finding.field ?? "") { finding } }
        for found in rowFindings {
            let field = name(of: found) ?? ""
            add(Rule.all[Int(found.rule)].code, field) { finding(found) }
        }
        return groups.values.sorted { $0.code < $1.code }
    }

    /// How many findings there are.
    public var findingCount: Int { findings.count + rowFindings.count }

    /// Whether something was found that refuses the file, leaves a record out or empties a field.
    public var hasGraveFindings: Bool {
        findings.contains { $0.severity <= .field }
            || rowFindings.contains { Rule.all[Int($0.rule)].severity <= .field }
    }

    private func finding(_ found: RowFinding) -> Finding {
        let rule = Rule.all[Int(found.rule)]
        let line = Int(found.row) + 2
        return Finding(
            code: rule.code,
            severity: rule.severity,
            row: rowNumbers?.number(ofLine: line) ?? line,
            field: name(of: found)
        )
    }

    /// The name of the column a finding is on.
    private func name(of found: RowFinding) -> String? {
        let place = Int(found.field)
        return layout.names.indices.contains(place) ? layout.names[place] : nil
    }
}
