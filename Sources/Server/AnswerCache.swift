import Publication
import Synchronization

/// What can be kept and given again.
protocol KeptAnswer: Sendable {
    /// The bytes it takes.
    var size: Int { get }
    /// Whether it is worth keeping: there is no end to wrong requests.
    var mayBeKept: Bool { get }
}

/// Keeps answers as long as the database stays as it is.
final class AnswerCache<Key: Hashable & Sendable, Answer: KeptAnswer>: Sendable {
    private struct Kept {
        var mark: PublishedState?
        var answers: [Key: Answer] = [:]
        var size = 0
    }

    private let kept = Mutex(Kept())
    private let limit: Int

    /// - Parameter limit: the most bytes that are kept.
    init(limit: Int) {
        self.limit = limit
    }

    /// The number of answers that are kept and the bytes they take.
    var use: (answers: Int, bytes: Int) {
        kept.withLock { ($0.answers.count, $0.size) }
    }

    /// The answer to a request in a state of the database, made where it is not kept.
    func answer(to request: Key, in mark: PublishedState, _ make: () -> Answer) -> Answer {
        let known = kept.withLock { kept -> Answer? in
            guard kept.mark == mark else {
                kept = Kept(mark: mark)
                return nil
            }
            return kept.answers[request]
        }
        if let known { return known }
        let made = make()
        guard made.mayBeKept else { return made }
        kept.withLock { kept in
            guard kept.mark == mark, made.size <= limit / 4 else { return }
            if kept.size + made.size > limit { kept = Kept(mark: mark) }
            if kept.answers.updateValue(made, forKey: request) == nil { kept.size += made.size }
        }
        return made
    }
}
