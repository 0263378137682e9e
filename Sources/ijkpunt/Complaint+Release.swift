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
        case .years: return Complaint("release.years", 1)
        case .nothing(let reasons):
            let ids = reasons.map(\.indicator)
            return Complaint("release.nothing", 1, ["ids": ids.joined(separator: ", ")])
        }
    }
}
