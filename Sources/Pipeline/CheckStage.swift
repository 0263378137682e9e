public import Columns
public import Definitions
public import Intake

/// Checks deliveries without storing anything: no store, no key, no network.
public struct CheckStage: Sendable {
    private let context: IntakeContext

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
        context = IntakeContext(definitions: definitions, workers: workers, postcodes: postcodes)
    }

    /// Checks one file.
    ///
    /// - Throws: a `DeliveryError` when it cannot be read at all.
    public func run(_ path: String, source: SourceDefinition) throws -> ReadFile {
        let file = try FileReading(context: context).read(
            path,
            source: source,
            workers: context.workers
        )
        guard !file.isRefused else { return file }
        let group = try DeliveryGroup(
            files: [file],
            kernel: nil,
            context: context,
            leftOutLimit: source.leftOutLimit
        )
        var sorted = group
        sorted.sortFindings()
        return sorted.files[0]
    }
}

extension SourceDefinition {
    /// The share and number of records left out above which a file is refused.
    var leftOutLimit: (percent: Int, records: Int) {
        (limits["left-out-percent"] ?? 5, limits["left-out-records"] ?? 5)
    }
}
