public import Definitions
import Domain
public import FoundationEssentials

/// A fictive country and everything its source holders deliver.
///
/// The same plan gives the same bytes. Nothing in it exists; every folder it writes says so.
public struct FictiveCountry {
    /// What is known to be true, as written to `truth.json`.
    public let truth: CountryTruth

    private let world: World

    /// Makes the country; nothing is written yet.
    ///
    /// - Parameters:
    ///   - plan: what to make.
    ///   - definitions: regions, sources and published series.
    ///   - parameters: the shares it is drawn from, from the same folder as the definitions.
    /// - Throws: ``PlanError`` when the plan cannot be met.
    public init(
        plan: CountryPlan,
        definitions: DefinitionSet,
        parameters: WorldParameters
    ) throws(PlanError) {
        try plan.check()
        let maker = try CountryMaker(plan, definitions, parameters)
        (world, truth) = try maker.make()
    }

    /// Writes the deliveries, `order.txt`, `truth.json` and the label `README.txt`.
    ///
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - progress: told how many holders are done, and of how many.
    /// - Throws: the file system's error when something cannot be written.
    public func write(to folder: URL, progress: (Int, Int) -> Void = { _, _ in }) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var writer = DeliveryWriter(world, to: folder)
        let order = try writer.write(progress: progress)
        try Data(order.utf8).write(to: folder.appending(path: "order.txt"))
        try TruthFile.write(truth, to: folder)
        try Data(truth.label.utf8).write(to: folder.appending(path: "README.txt"))
    }
}
