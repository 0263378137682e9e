import CaseFileStudies
import Crypto
public import Definitions
import Domain
import Foundation

/// Reads reports as an organisation delivers them, and lets one child of each case enter.
///
/// The columns are those of the source `veiligthuis`; others are let be. A report enters when its
/// day and the age of a victim lie within the plan. Of a case (its own number, or that of the report
/// where there is none) the first report counts, and of its victims the one that comes first by the
/// keyed order, so that nobody picks. The numbers of reports are not kept: what is kept is a mark
/// under the seed, by which a report that is given again is known.
public enum EnrolmentTable {
    private static let needed = [
        "organisatie", "soort", "nummer", "datum", "melder", "rol", "geboortedatum",
    ]

    /// A new participant and the number of its report, for the list of the organisation.
    public struct Entrant: Sendable, Equatable {
        /// The participant.
        public let participant: Participant
        /// The number of the report, as delivered; never kept.
        public let report: String
        /// The row in the delivery.
        public let row: Int
    }

    private struct Candidate {
        let row: Int
        let organisation: String
        let report: String
        let caseName: String
        let day: CalendarDay
        let reporter: String
        let age: Int
        let order: String
    }

    /// Reads a delivery.
    ///
    /// - Parameters:
    ///   - bytes: the delivery, CSV.
    ///   - path: its path, for messages.
    ///   - request: the plan.
    ///   - seed: the published seed of the order.
    ///   - known: who entered before.
    /// - Returns: who is new, in the order of their codes.
    /// - Throws: `StudyError` that names row, column and what was expected.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        request: CohortRequest,
        seed: String,
        known: [Participant]
    ) throws -> [Entrant] {
        let table = try EntryTable(bytes, path: path, required: needed, others: true)
        var candidates: [Candidate] = []
        for row in table.rows where row.cells["soort"] == "M" {
            guard ["S", "B"].contains(row.cells["rol"] ?? "") else { continue }
            guard let day = Self.day(of: row.cells["datum"] ?? "") else {
                throw table.mistake(row.number, "datum", "a day as 20190131")
            }
            guard let birth = Self.day(of: row.cells["geboortedatum"] ?? "") else { continue }
            let age = Self.age(on: day, born: birth)
            guard (request.from...request.until).contains(day),
                (request.youngest...request.oldest).contains(age)
            else { continue }
            let organisation = row.cells["organisatie"] ?? ""
            let report = row.cells["nummer"] ?? ""
            guard !organisation.isEmpty, !report.isEmpty else {
                throw table.mistake(row.number, "nummer", "the organisation and number of a report")
            }
            let own = row.cells["casus"] ?? ""
            let name = own.isEmpty ? "report \(report)" : "case \(own)"
            candidates.append(
                Candidate(
                    row: row.number,
                    organisation: organisation,
                    report: report,
                    caseName: "\(organisation)\u{1F}\(name)",
                    day: day,
                    reporter: row.cells["melder"] ?? "",
                    age: age,
                    order: mark(
                        [request.id, organisation, report, "\(birth.number)"],
                        seed
                    )
                )
            )
        }
        return entrants(candidates, request, seed, known)
    }

    private static func entrants(
        _ candidates: [Candidate],
        _ request: CohortRequest,
        _ seed: String,
        _ known: [Participant]
    ) -> [Entrant] {
        var first: [String: Candidate] = [:]
        for candidate in candidates {
            guard let other = first[candidate.caseName] else {
                first[candidate.caseName] = candidate
                continue
            }
            // The first report of the case, and of its children the first by the keyed order.
            if (candidate.day, candidate.order) < (other.day, other.order) {
                first[candidate.caseName] = candidate
            }
        }
        let marks = Set(known.map(\.mark))
        let last = known.compactMap { Int($0.code.dropFirst()) }.max() ?? 0
        let fresh = first.values.map { ($0, mark([request.id, $0.caseName], seed)) }
            .filter { !marks.contains($0.1) }.sorted { $0.1 < $1.1 }
        return fresh.enumerated().map { place, found in
            let number = String(last + place + 1)
            let code = "P" + String(repeating: "0", count: max(0, 5 - number.count)) + number
            return Entrant(
                participant: Participant(
                    code: code,
                    organisation: found.0.organisation,
                    day: found.0.day.number,
                    reporter: found.0.reporter,
                    age: found.0.age,
                    mark: found.1
                ),
                report: found.0.report,
                row: found.0.row
            )
        }
    }

    private static func mark(_ parts: [String], _ seed: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(parts.joined(separator: "\u{1F}").utf8),
            using: SymmetricKey(data: Data(seed.utf8))
        )
        return Digits.text(code.prefix(16))
    }

    /// A day as `20190131` or `2019-01-31`.
    static func day(of text: String) -> CalendarDay? {
        let digits = text.replacing("-", with: "")
        guard digits.utf8.count == 8, let number = Int(digits), number > 0 else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    private static func age(on day: CalendarDay, born birth: CalendarDay) -> Int {
        let now = day.components
        let then = birth.components
        let isBefore = (now.month, now.day) < (then.month, then.day)
        return now.year - then.year - (isBefore ? 1 : 0)
    }
}
