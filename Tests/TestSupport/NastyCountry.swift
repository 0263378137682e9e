public import Domain

/// A small country from a seed in which everything that can go wrong does.
///
/// Few persons and holders, so that records meet: they overlap, adjoin and repeat; holders are
/// lost, deliver again and leave records out; numbers are unknown, unborn or fail; municipalities
/// are old, split, merged later or unknown; measures go from one institution to another.
public struct NastyCountry: Sendable {
    /// The deliveries in the order of receipt.
    public let deliveries: [PlainDelivery]
    /// The population, as lines `year,gm_code,population_0_17`.
    public let population: [String]

    /// Makes the country of a seed.
    public init(seed: UInt64) {
        var maker = NastyMaker(seed: seed)
        deliveries = maker.deliveries()
        population = maker.population()
    }

    /// The half-years for which a source has deliveries.
    public func periods(of source: String) -> [ReportingPeriod] {
        Set(deliveries.filter { $0.source == source }.map(\.period)).sorted()
    }

    /// Writes the files into a folder and gives their paths, in the order of receipt.
    public func write(to folder: TestFolder) throws -> [String] {
        try deliveries.enumerated().map { index, delivery in
            try folder.write(
                delivery.csv,
                to: "\(index)/\(delivery.source)/\(delivery.holder)-\(delivery.period).csv"
            )
        }
    }

    /// The population as a file.
    public var populationCSV: String {
        (["year,gm_code,population_0_17"] + population).joined(separator: "\n") + "\n"
    }
}
