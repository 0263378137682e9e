extension SurveyEstimate {
    /// The numbers by name.
    func json(_ reference: ReferenceDistribution, level: Double) -> [String: JSONValue] {
        let interval = interval(reference, level: level)
        return [
            "estimate": JSONValue(estimate),
            "se": JSONValue(standardError),
            "variance": JSONValue(variance),
            "lower": JSONValue(interval?.lower),
            "upper": JSONValue(interval?.upper),
            "cv": JSONValue(relativeError),
            "df": .integer(degreesOfFreedom),
            "n": .integer(rows),
        ]
    }
}

extension SurveyEstimates {
    /// The estimates as rows of a result.
    func rows(
        names: [String],
        domain: String?,
        withEffect: Bool,
        _ reference: ReferenceDistribution,
        level: Double
    ) -> [JSONValue] {
        zip(estimates, names).map { estimate, name in
            var row = estimate.json(reference, level: level)
            row["variable"] = .string(name)
            if withEffect { row["deff"] = JSONValue(estimate.designEffect) }
            if let domain { row["domain"] = .string(domain) }
            return .object(row)
        }
    }

    /// The covariance matrix, a row a line.
    var covarianceRows: JSONValue {
        guard let covariance else { return .null }
        return .array(
            (0..<covariance.rows).map { row in
                JSONValue((0..<covariance.columns).map { covariance[row, $0] })
            }
        )
    }
}
