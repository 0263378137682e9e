import CohortStudies

extension Complaint {
    /// What keeps a cohort from going on.
    static func cohort(_ error: CohortError) -> Complaint {
        switch error {
        case .unknown(let id, let known):
            Complaint("cohort.unknown", 2, ["id": id, "known": known.joined(separator: ", ")])
        case .alreadyEnrolled(let id): Complaint("cohort.already-enrolled", 1, ["id": id])
        case .notEnrolled(let id): Complaint("cohort.not-enrolled", 1, ["id": id])
        case .questionnaireChanged(let id, let questionnaire):
            Complaint(
                "cohort.questionnaire-changed",
                6,
                ["id": id, "questionnaire": questionnaire]
            )
        case .overtaken(let id): Complaint("cohort.overtaken", 4, ["id": id])
        case .unknownParticipant(let id, let participant):
            Complaint("cohort.unknown-participant", 2, ["id": id, "participant": participant])
        }
    }
}
