import Domain

/// A record with known keys: unknown ones are refused, required ones must be there.
struct RecordReader {
    /// The record itself, for mistakes that concern the whole of it.
    let whole: RecordValue

    private let fields: [String: RecordValue]

    /// Reads the keys of a record.
    init(_ value: RecordValue, keys: [String]) throws(DefinitionError) {
        guard case .record(let pairs) = value.content else {
            throw value.mistake(
                found: value.described,
                expected: "a record with the keys " + RecordReader.listed(keys)
            )
        }
        var fields: [String: RecordValue] = [:]
        for (key, field) in pairs {
            let name = try key.text(expected: "a key")
            guard keys.contains(name) else {
                throw key.mistake(
                    found: "the key `\(name)`",
                    expected: "one of " + RecordReader.listed(keys)
                )
            }
            fields[name] = field
        }
        whole = value
        self.fields = fields
    }

    /// The value of a key that must be there.
    func required(_ key: String) throws(DefinitionError) -> RecordValue {
        guard let value = fields[key] else {
            throw whole.mistake(found: "no key `\(key)`", expected: "one")
        }
        return value
    }

    /// The value of a key that may be left out.
    func optional(_ key: String) -> RecordValue? {
        fields[key]
    }

    private static func listed(_ keys: [String]) -> String {
        keys.map { "`\($0)`" }.joined(separator: ", ")
    }
}

extension RecordReader {
    /// The stretch of half-years under `from` and `until`.
    func stretch() throws(DefinitionError) -> (from: ReportingPeriod?, until: ReportingPeriod?) {
        let from = try optional("from")?.halfYear()
        let until = try optional("until")?.halfYear()
        if let from, let until, until < from {
            throw whole.mistake(
                found: "an end in \(until) before the start in \(from)",
                expected: "half-years in their order"
            )
        }
        return (from, until)
    }
}
