public import Columns
public import Definitions
public import Domain
public import Intake
import Linkage
public import Store

/// Takes deliveries in: read, check, make pseudonyms, seal, commit, and only then a receipt.
///
/// Files of the same source and half-year that come after one another are committed together.
public struct ReceiveStage {
    /// How many files are read ahead at the most.
    static let window = 1024
    /// Bytes of files read ahead together, beyond which no other is added.
    static let windowBytes = 64 << 20
    /// Bytes above which a file is read by itself on every core.
    static let largeFile = 32 << 20
    /// Files committed together at the most.
    static let groupFiles = 4096
    /// Rows committed together at the most, when there is more than one file.
    static let groupRows = 4_000_000
    /// Segments of a half-year that may stay side by side.
    static let segmentLimit = 12

    let definitions: DefinitionSet
    let store: DeliveryStore
    let today: CalendarDay
    let workers: Workers
    let context: IntakeContext
    let carriers: CarrierOptions
    let actor: AuditActor

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: the sources, code lists and limits.
    ///   - store: the store.
    ///   - today: the day of receipt; half-years that have not ended before it are refused.
    ///   - postcodes: where a postcode leads when a record names no municipality.
    ///   - workers: the cores to work on.
    ///   - carriers: the layout or mapping by which every file is read, when it is not in the form
    ///     of the protocol.
    ///   - permits: the permits in force, as `veiligthuis/linkage`; what needs one is not read
    ///     without it.
    ///   - actor: on whose behalf, for the audit log.
    public init(
        definitions: DefinitionSet,
        store: DeliveryStore,
        today: CalendarDay,
        postcodes: PostcodeTable? = nil,
        workers: Workers,
        carriers: CarrierOptions = CarrierOptions(),
        permits: Set<String> = [],
        actor: AuditActor? = nil
    ) {
        self.actor =
            actor
            ?? AuditActor(name: "ijkpunt", role: .administrator) { UTCInstant(startOf: today) }
        self.definitions = definitions
        self.store = store
        self.today = today
        self.workers = workers
        self.carriers = carriers
        context = IntakeContext(
            definitions: definitions,
            workers: workers,
            digest: store.digest,
            postcodes: postcodes,
            permits: permits,
            markKey: store.markKey
        )
    }

    /// Takes files in, in their order; an archive counts for the deliveries in it.
    ///
    /// - Parameters:
    ///   - paths: the files.
    ///   - named: the source of every file, or `nil` to take it from the folder's name.
    ///   - progress: called with the deliveries done and their total.
    ///   - receive: called with each receipt once what it says is on disk.
    /// - Throws: a `StoreError`; what was receipted before stays. A file that cannot be read gets a
    ///   receipt that says so, and the others go on.
    public func run(
        _ paths: [String],
        named: String?,
        progress: (Int, Int) -> Void,
        receive: (Receipt) throws -> Void
    ) throws {
        let lock = try ReceiveLock(store: store.path)
        defer { withExtendedLifetime(lock) {} }
        let waiting = waiting(paths)
        var register = try DeliveryRegister(store.deliveries())
        var pending = PendingFiles()
        var touched: Set<DeliveryRegister.Batch> = []
        var done = 0
        func flush() throws {
            let files = pending.take()
            guard !files.isEmpty else { return }
            if let period = files[0].period {
                touched.insert(DeliveryRegister.Batch(source: files[0].source, period: period))
            }
            try give(try commit(files, register: &register), to: receive)
            done += files.count
            progress(done, waiting.count)
        }
        // While one window is committed, the next is read: committing leaves a core idle.
        let windows = ReceiveStage.windows(of: waiting)
        var ahead = windows.first.map { reading($0, named) }
        defer { _ = try? ahead?.wait() }
        for index in windows.indices {
            let results = try ahead?.wait() ?? []
            ahead = index + 1 < windows.count ? reading(windows[index + 1], named) : nil
            for result in results {
                let file: ReadFile
                switch result {
                case .success(let read): file = read
                case .failure(let error):
                    try flush()
                    try give([Receipt(error)], to: receive)
                    done += 1
                    continue
                }
                guard !file.isRefused else {
                    try flush()
                    try give([Receipt(file, outcome: .refused, rows: 0)], to: receive)
                    done += 1
                    continue
                }
                if !pending.takes(file) { try flush() }
                pending.append(file)
            }
        }
        try flush()
        for batch in touched.sorted() {
            try store.compact(
                source: batch.source,
                period: batch.period,
                limit: ReceiveStage.segmentLimit,
                workers: workers
            )
        }
        _ = try PersonSpine.load(store: store, wanted: [], keep: true, workers: workers)
    }
}

/// Files of the same source and half-year that wait to be committed together.
private struct PendingFiles {
    private var files: [ReadFile] = []
    private var holders: Set<String> = []
    private var rows = 0

    /// Whether a file may wait with those there: the same batch, another holder, and room.
    func takes(_ file: ReadFile) -> Bool {
        guard let first = files.first else { return true }
        return first.source == file.source && first.period == file.period
            && first.senderMark == file.senderMark
            && files.count < ReceiveStage.groupFiles && !holders.contains(file.holder ?? "")
            && rows + file.rows.count <= ReceiveStage.groupRows
    }

    mutating func append(_ file: ReadFile) {
        holders.insert(file.holder ?? "")
        rows += file.rows.count
        files.append(file)
    }

    mutating func take() -> [ReadFile] {
        defer { self = PendingFiles() }
        return files
    }
}
