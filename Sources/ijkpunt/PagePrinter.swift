import Foundation

/// Makes a PDF of a page by a Chromium that is there, without a window.
struct PagePrinter {
    /// The programs that are looked for, in this order.
    static let names = ["chromium", "chromium-browser", "google-chrome"]

    private let program: String

    /// Finds the program: the one named in the environment, else the first one on the path.
    ///
    /// - Throws: ``Complaint/ReportError`` when there is none.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let named = environment["IJKPUNT_CHROMIUM"].map { [$0] }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        let places = named ?? PagePrinter.names.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let found = places.first(where: FileManager.default.isExecutableFile) else {
            throw Complaint.ReportError.noBrowser(named ?? PagePrinter.names)
        }
        program = found
    }

    /// Writes the PDF beside an HTML file; gives its path.
    ///
    /// - Throws: ``Complaint/ReportError`` when the browser gave none.
    func print(_ page: String) throws -> String {
        let paper = URL(filePath: page).deletingPathExtension().appendingPathExtension("pdf")
        let profile = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-pdf-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: profile) }
        try? FileManager.default.removeItem(at: paper)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run",
            "--user-data-dir=\(profile.path)", "--print-to-pdf=\(paper.path)",
        ]
        // As root Chromium has no sandbox; the page is our own and has no script.
        if geteuid() == 0 { process.arguments?.append("--no-sandbox") }
        process.arguments?.append(URL(filePath: page).absoluteString)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let failure = Complaint.ReportError.browserFailed
        do { try process.run() } catch { throw failure(program, page, -1) }
        process.waitUntilExit()
        guard FileManager.default.fileExists(atPath: paper.path) else {
            throw failure(program, page, process.terminationStatus)
        }
        return paper.path
    }
}
