import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

/// A chapter of the rules as a small table: records in, national cells out, on both engines.
///
/// Each line is a record: holder, half-year, person, form or type, referrer, start, end, reason,
/// municipality. `-` is empty and person `-` is nobody. For measures the referrer is the day of
/// taking over and the reason the day of handing over. Lines of one holder and half-year are one
/// delivery; after a line `again` they are delivered anew.
struct SpecTable {
    let deliveries: [PlainDelivery]

    init(_ text: String, source: String = "jeugdhulp") throws {
        var deliveries: [PlainDelivery] = []
        var round = 0
        var keys: [String] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words == ["again"] {
                round += 1
                continue
            }
            let padded =
                words.map { $0 == "-" ? "" : $0 }
                + [String](repeating: "", count: max(0, 9 - words.count))
            let period = try #require(ReportingPeriod(padded[1]))
            let key = "\(round) \(padded[0]) \(period)"
            let record = SpecTable.record(padded, isMeasure: source == "jeugdbescherming")
            if let place = keys.firstIndex(of: key) {
                deliveries[place].records += [record].compactMap { $0 }
            } else {
                keys.append(key)
                deliveries.append(
                    PlainDelivery(
                        source: source,
                        holder: "9000000" + padded[0],
                        period: period,
                        records: [record].compactMap { $0 }
                    )
                )
            }
        }
        self.deliveries = deliveries
    }

    private static func record(_ words: [String], isMeasure: Bool) -> PlainRecord? {
        guard !words[3].isEmpty else { return nil }
        var record = PlainRecord()
        record.number = Int(words[2]).map { FictiveNumbers.first($0)[$0 - 1] } ?? "999999999"
        record.birth = "20080315"
        record.sex = "V"
        record.code = words[3]
        record.start = words[5]
        record.end = words[6]
        record.municipality = words[8].isEmpty ? "GM0363" : words[8]
        if isMeasure {
            record.takenOver = words[4]
            record.handedOver = words[7]
        } else {
            record.referrer = words[4]
            record.reason = words[7]
        }
        return record
    }

    /// Holds the national cells of an indicator, as `02,T,started,1`, against both engines; a
    /// value of 0 means that there is no such cell.
    func gives(
        _ indicator: String,
        _ period: String,
        _ expected: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let period = try #require(Period(period))
        let received = try ReceivedDeliveries(deliveries)
        let engine = try received.stage().lines([indicator], [period])["\(indicator) \(period)"]
        let twin = ReferenceEngine(deliveries: deliveries, definitions: received.definitions)
            .lines(indicator, period)
        for (name, lines) in [("engine", engine ?? []), ("twin", twin)] {
            for wanted in expected {
                let cell = "\(period),nl,NL01," + wanted
                let isAbsent = cell.hasSuffix(",0")
                let prefix = cell.prefix(through: cell.lastIndex(of: ",") ?? cell.startIndex)
                #expect(
                    lines.filter { $0.hasPrefix(prefix) } == (isAbsent ? [] : [cell]),
                    "\(name)",
                    sourceLocation: sourceLocation
                )
            }
        }
    }
}
