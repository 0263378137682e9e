extension Complaint {
    /// What keeps a report from being made.
    enum ReportError: Error {
        /// No region bears this code.
        case unknownRegion(String)
        /// No browser was found under these names.
        case noBrowser([String])
        /// The browser gave no PDF of a page: the program, the page and its exit code.
        case browserFailed(String, String, Int32)

        var complaint: Complaint {
            switch self {
            case .unknownRegion(let region):
                Complaint("report.unknown-region", 2, ["region": region])
            case .noBrowser(let names):
                Complaint("report.no-browser", 4, ["names": names.joined(separator: ", ")])
            case .browserFailed(let program, let page, let code):
                Complaint(
                    "report.browser-failed",
                    4,
                    ["program": program, "path": page, "code": "\(code)"]
                )
            }
        }
    }
}
