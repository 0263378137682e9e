import Disclosure
import Pipeline

extension Complaint {
    /// A release that was refused.
    static func release(_ error: ReleaseRefusal) -> Complaint {
        switch error {
        case .attack(let findings):
            let shown = findings.prefix(5).map { "\($0.indicator) \($0.period) \($0.cell)" }
            let indicators = Set(findings.map(\.indicator)).sorted()
            return Complaint(
                "release.attack",
                1,
                [
                    "count": "\(findings.count)", "cells": shown.joined(separator: "; "),
                    "without": indicators.map { "--without \($0)" }.joined(separator: " "),
                ]
            )
        case .ledger(let outcome): return ledger(outcome)
        case .leaky(let profile): return Complaint("release.leaky", 1, ["profile": profile])
        case .notReleased(let tables):
            return Complaint("release.not-released", 1, ["tables": "\(tables)"])
        case .years: return Complaint("release.years", 1)
        case .nothing(let reasons):
            let ids = reasons.map(\.indicator)
            return Complaint("release.nothing", 1, ["ids": ids.joined(separator: ", ")])
        }
    }

    /// What an attacker would learn together with earlier releases, and the cheapest way out.
    private static func ledger(_ outcome: ReleaseAttack.Outcome) -> Complaint {
        let cells =
            outcome.findings.map { ($0.meaning, $0.period, $0.cell) }
            + outcome.contradictions.map { ($0.meaning, $0.period, $0.cell) }
        let indicators = Set(cells.compactMap { $0.0.split(separator: " ").first }).sorted()
        return Complaint(
            outcome.contradictions.isEmpty ? "release.ledger" : "release.contradiction",
            1,
            [
                "count": "\(cells.count)", "undecided": "\(outcome.undecided)",
                "cells": cells.prefix(5).map { "\($0.0) \($0.1) \($0.2)" }.joined(separator: "; "),
                "without": indicators.map { "--without \($0)" }.joined(separator: " "),
            ]
        )
    }
}
