extension StatMethod {
    /// Every method, one a line, in the order of their names.
    public static let all: [StatMethod] = [
        .cumulativeIncidence,
        .empiricalBayes,
        .funnel,
        .gray,
        .kaplanMeier,
        .logRank,
        .proportion,
        .proportionDifference,
        .recurrent,
        .standardise,
        .trend,
    ]
}
