import Dispatch
import Synchronization

extension Workers {
    /// A result that is being worked on.
    public final class Ahead<Result: Sendable>: Sendable {
        private let work: @Sendable () throws -> Result
        private let result = Mutex<Swift.Result<Result, any Error>?>(nil)
        private let group = DispatchGroup()

        fileprivate init(_ work: @escaping @Sendable () throws -> Result, isStarted: Bool) {
            self.work = work
            guard isStarted else { return }
            DispatchQueue.global().async(group: group) { self.run() }
        }

        private func run() {
            let made = Swift.Result { try work() }
            result.withLock { $0 = made }
        }

        /// Waits until the work is done, and gives what came of it.
        ///
        /// - Returns: the result of the work.
        /// - Throws: what the work threw.
        public func wait() throws -> Result {
            group.wait()
            if result.withLock({ $0 == nil }) { run() }
            return try result.withLock { made in
                guard let made else { preconditionFailure("the work has been done above") }
                return try made.get()
            }
        }
    }

    /// Begins with work that is asked for later; on a single core it is done when it is asked for.
    public func ahead<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) -> Ahead<Result> {
        Ahead(work, isStarted: cores > 1)
    }
}
