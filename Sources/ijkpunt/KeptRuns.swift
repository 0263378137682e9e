import Definitions
import Foundation
import Simulation

/// The runs of a bench in a folder, so that work that was stopped goes on.
struct KeptRuns {
    /// The runs that stood there.
    let runs: [BenchRun]

    private let folder: String
    private let path: String

    /// Opens a folder, or makes it.
    ///
    /// A last line that was cut off is taken away: its run is done again.
    init(folder: String, bench: Bench) throws {
        self.folder = folder
        let path = folder + "/runs.txt"
        self.path = path
        let settings = bench.definitions.settings
        let header =
            "ijkpunt-simulate \(bench.definitions.fingerprint) seed \(bench.seed) "
            + "children \(settings.children)"
        guard let data = FileManager.default.contents(atPath: path) else {
            runs = []
            do {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true
                )
                try Data((header + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw Complaint.InputError.unwritable(path: path)
            }
            return
        }
        var lines = String(decoding: data, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let tail = lines.popLast() ?? ""
        guard lines.first.map({ String($0) }) == header else {
            throw Complaint.RecordError.otherRuns(path: path)
        }
        var seen: Set<Int> = []
        runs = try lines.dropFirst().compactMap { line in
            guard let run = BenchRun(String(line), of: bench) else {
                throw Complaint.RecordError.otherRuns(path: path)
            }
            return seen.insert(run.number).inserted ? run : nil
        }
        if !tail.isEmpty {
            let whole = lines.joined(separator: "\n") + "\n"
            do {
                try Data(whole.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw Complaint.InputError.unwritable(path: path)
            }
        }
    }

    /// Adds runs behind those that stand there.
    func append(_ runs: [BenchRun]) throws {
        do {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.seekToEnd()
            let text = runs.map { $0.line + "\n" }.joined()
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        } catch {
            throw Complaint.InputError.unwritable(path: path)
        }
    }

    /// Writes files beside the runs.
    func write(_ files: [(String, String)]) throws {
        for (name, text) in files {
            do {
                let url = URL(filePath: folder + "/" + name)
                try Data(text.utf8).write(to: url, options: .atomic)
            } catch {
                throw Complaint.InputError.unwritable(path: folder + "/" + name)
            }
        }
    }
}
