import Dispatch
import Synchronization

extension Workers {
    /// Results that may wait to be taken for each core, so that a slow taker holds the others back
    /// before they fill the memory.
    private static let ahead = 4

    /// Takes pieces one after another, works on them on all cores, and hands the results on in the
    /// order of the pieces, on the caller's thread.
    ///
    /// - Parameters:
    ///   - next: gives the next piece, or `nil` at the end; never called twice at a time.
    ///   - work: makes the result of a piece.
    ///   - take: gets each result in turn.
    /// - Throws: the error of the first piece, in their order, of which anything threw.
    public func pipeline<Piece: Sendable, Result: Sendable>(
        next: @Sendable () throws -> Piece?,
        work: @Sendable (Piece) throws -> Result,
        take: (Result) throws -> Void
    ) throws {
        guard cores > 1 else {
            while let piece = try next() { try take(work(piece)) }
            return
        }
        let line = Line<Result>(ahead: cores * Workers.ahead)
        try withoutActuallyEscaping(next) { next in
            try withoutActuallyEscaping(work) { work in
                let group = DispatchGroup()
                for _ in 0..<cores {
                    DispatchQueue.global().async(group: group) {
                        while line.run(next: next, work: work) {}
                    }
                }
                defer {
                    line.close(workers: cores)
                    group.wait()
                }
                while let result = try line.takeFirst() { try take(result) }
            }
        }
    }

    /// Pieces in work and results that wait, by their place in the line.
    private final class Line<Result: Sendable>: Sendable {
        private struct State {
            /// Results by place; `nil` while it is worked on.
            var waiting: [Int: Swift.Result<Result, any Error>] = [:]
            /// The place of the next result to be taken.
            var taken = 0
            /// How many pieces there are, once that is known.
            var count: Int?
        }

        private let started = Mutex(0)
        private let state = Mutex(State())
        // Made with 0 and then raised: a semaphore may not end lower than it began, and it does
        // when an error leaves results that nobody takes.
        private let room = DispatchSemaphore(value: 0)
        private let ready = DispatchSemaphore(value: 0)
        private let isClosed = Atomic<Bool>(false)

        init(ahead: Int) {
            for _ in 0..<ahead { room.signal() }
        }

        /// Works on one piece; `false` when there is none left.
        func run<Piece>(
            next: @Sendable () throws -> Piece?,
            work: @Sendable (Piece) throws -> Result
        ) -> Bool {
            room.wait()
            var place = 0
            let piece: Swift.Result<Piece?, any Error> = started.withLock { started in
                place = started
                guard !isClosed.load(ordering: .acquiring) else { return .success(nil) }
                let piece = Swift.Result { try next() }
                if case .success(nil) = piece { return piece }
                started += 1
                return piece
            }
            switch piece {
            case .success(let piece?):
                put(Swift.Result { try work(piece) }, at: place)
                return true
            case .failure(let error):
                put(.failure(error), at: place)
                return false
            case .success(nil):
                state.withLock { $0.count = min($0.count ?? place, place) }
                room.signal()
                ready.signal()
                return false
            }
        }

        private func put(_ result: Swift.Result<Result, any Error>, at place: Int) {
            state.withLock { $0.waiting[place] = result }
            ready.signal()
        }

        /// Waits for the first result in the line; `nil` behind the last.
        func takeFirst() throws -> Result? {
            while true {
                let found: Swift.Result<Result, any Error>? = state.withLock { state in
                    guard let result = state.waiting.removeValue(forKey: state.taken) else {
                        return nil
                    }
                    state.taken += 1
                    return result
                }
                if let found {
                    room.signal()
                    return try found.get()
                }
                if state.withLock({ $0.count == $0.taken }) { return nil }
                ready.wait()
            }
        }

        /// Lets the workers end without taking further pieces.
        func close(workers: Int) {
            isClosed.store(true, ordering: .releasing)
            // Whoever waits for room may go and see that it is over.
            for _ in 0..<workers { room.signal() }
        }
    }
}
