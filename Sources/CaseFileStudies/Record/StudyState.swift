public import Definitions

/// *Stand van een onderzoek*: everything that was written down about it, put together.
public struct StudyState: Sendable {
    /// A file that turned out not to be there, and the one that took its place.
    public struct Replacement: Codable, Sendable, Equatable {
        /// The file that was drawn.
        public let file: String
        /// Why: `not-found` or `outside-frame`; a refusal is never a reason.
        public let reason: String
        /// The reserve that takes its place; `nil` when there is none left.
        public let by: String?

        /// Creates a replacement.
        public init(file: String, reason: String, by: String?) {
            self.file = file
            self.reason = reason
            self.by = by
        }
    }

    /// The signed plan.
    public let plan: SignedPlan
    /// The question, read again from the plan.
    public let request: StudyRequest
    /// The draw.
    public package(set) var draw: StudyDraw?
    /// The replacements.
    public package(set) var replacements: [Replacement] = []
    /// The second phase.
    public package(set) var secondPhase: SecondPhase?
    /// What became of the question for consent, by file.
    public package(set) var consents: [String: Consent] = [:]
    /// What coders found, in the order in which it was entered.
    public package(set) var codings: [Coding] = []
    /// The number of the last entry.
    public package(set) var last: Int

    package init(plan: SignedPlan, request: StudyRequest, last: Int) {
        self.plan = plan
        self.request = request
        self.last = last
    }

    /// The files of the sample: those drawn, with reserves in the place of what was not there.
    public var sample: [StudyDraw.File] {
        guard let draw else { return [] }
        let gone = Set(replacements.map(\.file))
        let taken = Set(replacements.compactMap(\.by))
        return draw.files.filter {
            ($0.reserve == 0 || taken.contains($0.code)) && !gone.contains($0.code)
        }
    }

    /// The files whose consent is asked: the sample, or what was kept of it.
    public var asked: [StudyDraw.File] {
        guard let secondPhase else { return sample }
        let kept = Set(secondPhase.files.filter(\.isKept).map(\.code))
        return sample.filter { kept.contains($0.code) }
    }

    /// The class each file was screened into.
    public var classes: [String: String] {
        Dictionary(
            uniqueKeysWithValues: (secondPhase?.files ?? []).map { ($0.code, $0.screened) }
        )
    }
}

/// A plan with the signature of its store.
public struct SignedPlan: Codable, Sendable, Equatable {
    /// The plan.
    public let plan: StudyPlan
    /// The signature over the bytes of the plan, Ed25519, hexadecimal.
    public let signature: String
    /// The key it can be checked with, hexadecimal; the same that signs the audit log.
    public let publicKey: String

    /// Creates a signed plan.
    public init(plan: StudyPlan, signature: String, publicKey: String) {
        self.plan = plan
        self.signature = signature
        self.publicKey = publicKey
    }
}
