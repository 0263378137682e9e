import Pipeline

extension Complaint {
    /// Why a job of Spark gave nothing.
    static func spark(_ error: SparkRun.Failure) -> Complaint {
        switch error {
        case .notFound(let program): Complaint("spark.not-found", 2, ["program": program])
        case .failed(let code, let said):
            Complaint("spark.failed", 4, ["code": "\(code)", "said": said])
        }
    }
}
