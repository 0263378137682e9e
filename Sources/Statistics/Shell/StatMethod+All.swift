extension StatMethod {
    /// Every method, one a line, in the order of their names.
    public static let all: [StatMethod] = [
        .captureRecapture,
        .controlChart,
        .cumulativeIncidence,
        .empiricalBayes,
        .funnel,
        .gray,
        .kaplanMeier,
        .linkageEM,
        .logRank,
        .multipleSystems,
        .proportion,
        .proportionDifference,
        .recurrent,
        .standardise,
        .stringDistance,
        .trend,
    ]
}
