import HTTPTypes
import OpenData
import Publication
import Synchronization

/// Keeps answers of open data as long as the database stays as it is.
final class AnswerCache: Sendable {
    private struct Kept {
        var mark: PublishedState?
        var answers: [OpenDataRequest: StoredAnswer] = [:]
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
    func answer(
        to request: OpenDataRequest,
        in mark: PublishedState,
        _ make: () -> StoredAnswer
    ) -> StoredAnswer {
        let known = kept.withLock { kept -> StoredAnswer? in
            guard kept.mark == mark else {
                kept = Kept(mark: mark)
                return nil
            }
            return kept.answers[request]
        }
        if let known { return known }
        let made = make()
        // What is refused is not kept: there is no end to wrong requests.
        guard made.status == .ok else { return made }
        kept.withLock { kept in
            guard kept.mark == mark, made.size <= limit / 4 else { return }
            if kept.size + made.size > limit { kept = Kept(mark: mark) }
            if kept.answers.updateValue(made, forKey: request) == nil { kept.size += made.size }
        }
        return made
    }
}
