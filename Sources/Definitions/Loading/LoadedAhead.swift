import Dispatch
import Synchronization

/// Records that are loaded beside others, on another core.
///
/// What is wrong with them is thrown where they are waited for, so that the first mistake that is
/// named does not depend on which core was faster.
final class LoadedAhead<Records: Sendable>: Sendable {
    private let result = Mutex<Result<Records, DefinitionError>?>(nil)
    private let group = DispatchGroup()

    /// Begins to load.
    init(_ load: @escaping @Sendable () throws(DefinitionError) -> Records) {
        DispatchQueue.global().async(group: group) {
            let loaded: Result<Records, DefinitionError>
            do throws(DefinitionError) {
                loaded = .success(try load())
            } catch {
                loaded = .failure(error)
            }
            self.result.withLock { $0 = loaded }
        }
    }

    /// Waits for the records.
    func wait() throws(DefinitionError) -> Records {
        group.wait()
        guard let loaded = result.withLock({ $0 }) else {
            preconditionFailure("the group is done when the records are there")
        }
        return try loaded.get()
    }
}
