public import CaseFileStudies
import Definitions
import Domain

/// Reads what was answered, one answer a row, and holds it against the plan.
public enum MeasurementTable {
    /// Reads a file; what was entered already with the same answers is left out.
    ///
    /// An answer that is empty is missing. A measurement outside the window of its wave is refused.
    ///
    /// - Throws: `StudyError` that names row, column and what was expected.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        state: CohortState
    ) throws(StudyError) -> [Measurement] {
        let table = try EntryTable(
            bytes,
            path: path,
            required: ["participant", "wave", "day", "item", "value"]
        )
        let participants = Dictionary(
            uniqueKeysWithValues: state.participants.map { ($0.code, $0) }
        )
        let known = Dictionary(
            state.measurements.map { ("\($0.participant)|\($0.wave)", $0) }
        ) { first, _ in first }
        var found: [Measurement] = []
        var places: [String: Int] = [:]
        var rows: [String: Int] = [:]
        for row in table.rows {
            let code = row.cells["participant"] ?? ""
            guard let participant = participants[code] else {
                throw table.mistake(row.number, "participant", "a code of the participants")
            }
            guard state.contacts[code]?.outcome == .given else {
                throw table.mistake(row.number, "participant", "a participant with consent")
            }
            guard let wave = state.request.waves.first(where: { $0.id == row.cells["wave"] }) else {
                throw table.mistake(
                    row.number,
                    "wave",
                    state.request.waves.map(\.id).joined(separator: ", ")
                )
            }
            guard let day = EnrolmentTable.day(of: row.cells["day"] ?? "") else {
                throw table.mistake(row.number, "day", "a day as 2026-11-25")
            }
            let after = Int(day.number - participant.day)
            guard (wave.from...wave.until).contains(after) else {
                throw table.mistake(
                    row.number,
                    "day",
                    "a day from \(wave.from) to \(wave.until) days after the report"
                )
            }
            let item = row.cells["item"] ?? ""
            let value = try answer(row.cells["value"] ?? "", to: item, after, table, row, state)
            let key = "\(code)|\(wave.id)"
            rows[key] = rows[key] ?? row.number
            let place = places[key] ?? found.count
            if places[key] == nil {
                places[key] = place
                found.append(
                    Measurement(participant: code, wave: wave.id, day: day.number, answers: [:])
                )
            }
            guard found[place].day == day.number, found[place].answers[item] == nil else {
                throw table.mistake(row.number, "item", "each item once, on one day")
            }
            if let value { found[place].answers[item] = value }
        }
        var fresh: [Measurement] = []
        for measurement in found {
            let key = "\(measurement.participant)|\(measurement.wave)"
            guard let before = known[key] else {
                fresh.append(measurement)
                continue
            }
            guard before == measurement else {
                throw .conflict(path: path, row: rows[key] ?? 2, column: "value")
            }
        }
        return fresh
    }

    private static func answer(
        _ text: String,
        to item: String,
        _ after: Int,
        _ table: EntryTable,
        _ row: (number: Int, cells: [String: String]),
        _ state: CohortState
    ) throws(StudyError) -> Double? {
        let allowed = try allowed(item, after, table, row, state)
        if text.isEmpty { return nil }
        guard let value = Double(text), value.isFinite, allowed.contains(value),
            item.hasSuffix(".score") || value == value.rounded()
        else {
            throw table.mistake(
                row.number,
                "value",
                "a number from \(Int(allowed.lowerBound)) to \(Int(allowed.upperBound)), or nothing"
            )
        }
        return value
    }

    /// Which values an item can have.
    private static func allowed(
        _ item: String,
        _ after: Int,
        _ table: EntryTable,
        _ row: (number: Int, cells: [String: String]),
        _ state: CohortState
    ) throws(StudyError) -> ClosedRange<Double> {
        switch item {
        case Measurement.incidents: return 0...1000
        case Measurement.severe: return 0...1
        case Measurement.repeated, Measurement.placed: return 0...Double(max(after, 0))
        default: break
        }
        for measure in state.request.measures where item.hasPrefix(measure.questionnaire + ".") {
            guard let questionnaire = state.questionnaires[measure.questionnaire] else { continue }
            let name = item.dropFirst(measure.questionnaire.count + 1)
            if let items = questionnaire.items {
                if let number = Int(name), (1...items.number).contains(number) {
                    return Double(items.lowest)...Double(items.highest)
                }
            } else if name == "score" {
                return 0...10_000
            }
        }
        let names = state.request.measures.map { measure in
            state.questionnaires[measure.questionnaire]?.items.map {
                "\(measure.questionnaire).1 to .\($0.number)"
            } ?? "\(measure.questionnaire).score"
        }
        throw table.mistake(
            row.number,
            "item",
            (names + [
                Measurement.incidents, Measurement.severe, Measurement.repeated,
                Measurement.placed,
            ]).joined(separator: ", ")
        )
    }
}
