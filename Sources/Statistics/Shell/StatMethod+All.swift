extension StatMethod {
    /// Every method, one a line, in the order of their names.
    public static let all: [StatMethod] = [
        .allocation,
        .conger,
        .fleissKappa,
        .gwetAC,
        .icc,
        .kappa,
        .krippendorffAlpha,
        .light,
        .power,
        .proportion,
        .rIndicator,
        .reliableChange,
        .sampleSize,
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
