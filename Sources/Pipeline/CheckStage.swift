public import Columns
public import Definitions
import Domain
public import Intake

/// Checks deliveries without storing anything: no store, no key, no network.
public struct CheckStage: Sendable {
    /// Bytes above which a file is checked without its rows being kept.
    static let largeFile = 64 << 20

    let definitions: DefinitionSet
    let context: IntakeContext
    /// Accepted deliveries of the half-year before, with a kernel whose key nobody keeps.
    private var previous: [DeliveryGroup] = []
    private let kernel = PseudonymKernel.withRandomKey()

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: the sources, code lists and limits.
    ///   - postcodes: where postcodes lead, as they will when the files are taken in.
    ///   - workers: the cores to work on.
    public init(
        definitions: DefinitionSet,
        postcodes: PostcodeTable? = nil,
        workers: Workers
    ) {
        self.definitions = definitions
        context = IntakeContext(definitions: definitions, workers: workers, postcodes: postcodes)
    }

    /// Checks one file in the form of the protocol.
    ///
    /// - Throws: a `DeliveryError` when it cannot be read at all.
    public func run(_ path: String, source: SourceDefinition) throws -> ReadFile {
        let files = try DeliveryFile.list(
            path,
            options: CarrierOptions(),
            limits: definitions.carrierLimits
        )
        return try run(files[0], source: source)
    }

    /// Checks one delivery, whatever carries it.
    ///
    /// - Throws: a `DeliveryError` when it cannot be read at all.
    public func run(_ delivery: DeliveryFile, source: SourceDefinition) throws -> ReadFile {
        if previous.isEmpty, (delivery.size ?? 0) > CheckStage.largeFile {
            return try PiecewiseCheck(context: context).run(
                delivery,
                source: source,
                leftOutLimit: source.leftOutLimit
            )
        }
        let file = try FileReading(context: context).read(
            delivery,
            source: source,
            workers: context.workers
        )
        guard !file.isRefused else { return file }
        let earlier = previous.first {
            $0.source == file.source && $0.period.next == file.period
                && $0.files[0].holder == file.holder
        }
        var group = try DeliveryGroup(
            files: [file],
            kernel: earlier == nil ? nil : kernel,
            context: context,
            leftOutLimit: source.leftOutLimit
        )
        if let earlier, source.shape == .persons {
            group.checkAgainst(earlier: EarlierRecords(earlier, place: [0: 0]))
        }
        let own = previous.filter {
            $0.source == file.source && $0.files[0].holder == file.holder
        }
        group.check(
            file: 0,
            against: HolderHistory(
                records: Dictionary(own.map { ($0.period, $0.keptCount) }) { $1 }
            )
        )
        group.sortFindings()
        return group.files[0]
    }

    /// Takes a delivery as the one that was accepted for its half-year, for the rules between
    /// half-years; one that would be refused is left aside.
    ///
    /// - Throws: a `DeliveryError` when it cannot be read at all.
    public mutating func addPrevious(_ delivery: DeliveryFile, source: SourceDefinition) throws {
        let file = try FileReading(context: context).read(
            delivery,
            source: source,
            workers: context.workers
        )
        guard !file.isRefused else { return }
        let group = try DeliveryGroup(
            files: [file],
            kernel: kernel,
            context: context,
            leftOutLimit: source.leftOutLimit
        )
        if !group.files[0].isRefused { previous.append(group) }
    }
}

extension SourceDefinition {
    /// The share and number of records left out above which a file is refused.
    var leftOutLimit: (percent: Int, records: Int) {
        (limits["left-out-percent"] ?? 5, limits["left-out-records"] ?? 5)
    }
}
