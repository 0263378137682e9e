extension StatMethod {
    /// Every method, one a line, in the order of their names.
    public static let all: [StatMethod] = [
        .proportion,
        .surveyCalibrate,
        .surveyMean,
        .surveyPPS,
        .surveyProportion,
        .surveyQuantile,
        .surveyRatio,
        .surveyReplicates,
        .surveyTotal,
    ]
}
