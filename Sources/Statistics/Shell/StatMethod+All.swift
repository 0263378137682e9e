extension StatMethod {
    /// Every method, one a line, in the order of their names.
    public static let all: [StatMethod] = [
        .empiricalBayes,
        .funnel,
        .proportion,
        .proportionDifference,
        .standardise,
        .trend,
    ]
}
