public import Foundation
public import Indicators

/// A job of Apache Spark on this machine, through its public command line.
public struct SparkRun: Sendable {
    /// Why a job gave nothing.
    public enum Failure: Error, Sendable, Equatable {
        /// There is no such program.
        case notFound(program: String)
        /// It ended with a code, and the last of what it said.
        case failed(code: Int32, said: String)
    }

    /// A line of a table, of one of the stores in the export.
    public struct Line: Sendable, Hashable {
        /// The store.
        public let country: Int
        /// The indicator.
        public let indicator: String
        /// The line of the table contract, without its end.
        public let text: String
    }

    /// The program `spark-sql`.
    let program: String
    let cores: Int

    /// Prepares jobs.
    ///
    /// - Parameters:
    ///   - program: the path of `spark-sql`, or its name where it stands in the search path.
    ///   - cores: the cores that Spark may use.
    public init(program: String, cores: Int) {
        self.program = program
        self.cores = cores
    }

    /// Runs a script over the export in a folder and gives its lines, in byte order.
    ///
    /// Everything that Spark writes stays within the folder.
    ///
    /// - Throws: ``Failure``, or an error of the file system.
    public func run(_ script: SparkScript, in folder: URL) throws -> [Line] {
        func path(_ name: String) -> String {
            folder.appending(path: name).path(percentEncoded: false)
        }
        let result = path("result")
        let file = path("indicators.sql")
        try Data(
            script.text(export: folder.path(percentEncoded: false), result: result).utf8
        ).write(to: URL(filePath: file))
        let settings = [
            "spark.sql.catalogImplementation=in-memory", "spark.sql.shuffle.partitions=4",
            "spark.ui.enabled=false", "spark.sql.warehouse.dir=" + path("warehouse"),
            "spark.local.dir=" + path("scratch"), "spark.sql.ansi.enabled=true",
            "spark.driver.extraJavaOptions=-Dderby.system.home=" + path("derby"),
        ]
        try FileManager.default.createDirectory(
            atPath: path("scratch"),
            withIntermediateDirectories: true
        )
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [program, "--master", "local[\(cores)]"] + settings.flatMap { ["--conf", $0] }
            + ["-f", file]
        process.currentDirectoryURL = folder
        let said = folder.appending(path: "said.txt")
        _ = FileManager.default.createFile(atPath: said.path(percentEncoded: false), contents: nil)
        let handle = try FileHandle(forWritingTo: said)
        process.standardError = handle
        process.standardOutput = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try handle.close()
        guard process.terminationStatus == 0 else {
            if process.terminationStatus == 127 { throw Failure.notFound(program: program) }
            let text = String(decoding: try Data(contentsOf: said), as: UTF8.self)
            throw Failure.failed(
                code: process.terminationStatus,
                said: text.split(separator: "\n").suffix(12).joined(separator: "\n")
            )
        }
        return try lines(in: URL(filePath: result))
    }

    private func lines(in folder: URL) throws -> [Line] {
        let parts = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        ).filter { $0.lastPathComponent.hasPrefix("part-") }
        var found: [Line] = []
        for part in parts {
            for line in try String(contentsOf: part, encoding: .utf8).split(separator: "\n") {
                let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
                guard fields.count == 3, let country = Int(fields[0]) else { continue }
                found.append(Line(country: country, indicator: fields[1], text: fields[2]))
            }
        }
        return found.sorted {
            if $0.country != $1.country { return $0.country < $1.country }
            if $0.indicator != $1.indicator { return $0.indicator < $1.indicator }
            return $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
        }
    }
}
