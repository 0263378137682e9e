/// Why a comparison cannot be made.
public enum ComparisonError: Error, Equatable {
    /// A line of a population table is not as expected, or stands there twice.
    case populationMalformed(path: String, line: Int)
}
