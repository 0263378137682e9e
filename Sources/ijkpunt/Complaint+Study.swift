import CaseFileStudies

extension Complaint {
    /// What keeps a study from going on.
    static func study(_ error: StudyError) -> Complaint {
        func list(_ names: [String]) -> String { names.joined(separator: ", ") }
        return switch error {
        case .unknownStudy(let id, let known):
            Complaint("study.unknown", 2, ["id": id, "known": list(known)])
        case .alreadyDrawn(let id): Complaint("study.already-drawn", 1, ["id": id])
        case .notDrawn(let id): Complaint("study.not-drawn", 1, ["id": id])
        case .frameChanged(let id): Complaint("study.frame-changed", 1, ["id": id])
        case .instrumentChanged(let id, let instrument, let version):
            Complaint(
                "study.instrument-changed",
                6,
                ["id": id, "instrument": instrument, "version": "\(version)"]
            )
        case .unsignedPlan(let id): Complaint("study.unsigned-plan", 4, ["id": id])
        case .noDeliveries(let source, let period):
            Complaint("indicator.no-deliveries", 3, ["source": source, "period": period])
        case .notEnough(let what, let found, let needed):
            Complaint(
                "study.not-enough-\(what.replacing(" ", with: "-"))",
                3,
                ["found": "\(found)", "needed": "\(needed)"]
            )
        case .unreadable(let path): Complaint("study.unreadable", 3, ["path": path])
        case .badCell(let path, let row, let column, let expected):
            Complaint(
                "study.bad-cell",
                3,
                ["path": path, "row": "\(row)", "column": column, "expected": expected]
            )
        case .missingColumn(let path, let column, let found):
            Complaint(
                "study.missing-column",
                3,
                ["path": path, "column": column, "found": list(found)]
            )
        case .conflict(let path, let row, let column):
            Complaint(
                "study.conflict",
                1,
                ["path": path, "row": "\(row)", "column": column]
            )
        case .noSecondPhase(let id): Complaint("study.no-second-phase", 2, ["id": id])
        case .secondPhaseNeeded(let id): Complaint("study.second-phase-needed", 1, ["id": id])
        case .noReplacement(let file): Complaint("study.no-replacement", 1, ["file": file])
        case .overtaken(let id): Complaint("study.overtaken", 4, ["id": id])
        }
    }
}
