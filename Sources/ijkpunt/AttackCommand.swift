import ArgumentParser
import Definitions
import Disclosure
import Domain
import Foundation

/// `ijkpunt attack`: what an outsider can work out of printed tables.
struct AttackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attack",
        abstract: "Works out what an outsider can know of cells that are not printed as they are.",
        discussion: """
            Tables are CSV with a column for each dimension, value and status; the hierarchy is JSON.
            Several tables are attacked together: the same cell is the same number in all of them.
            Numbers of an earlier release are other numbers, and what came or went is attacked too.

            The result is JSON: each finding with its key, kind (exact, small, narrow) and interval.
            Exit code 1 where there are findings, or cells that could not be decided.

            EXAMPLE
              ijkpunt attack --input tabel.csv --hierarchy indeling.json --threshold 5
            """
    )

    @OptionGroup var common: RunOptions

    @Option(parsing: .upToNextOption, help: "The tables, CSV.")
    var input: [String]

    @Option(help: "How their codes add up, JSON.")
    var hierarchy: String

    @Option(parsing: .upToNextOption, help: "Tables of an earlier release, CSV.")
    var release: [String] = []

    @Option(help: "Counts of 1 up to one less than this are small.")
    var threshold = 5

    @Option(help: "Simplex steps that may be spent; large programs count more.")
    var effort = 1_000_000

    @Flag(help: "The attacker knows that zeros are always printed.")
    var zerosPublished = false

    @Flag(help: "The attacker knows that only counts under the threshold are withheld.")
    var onlySmallWithheld = false

    @Flag(help: "Work every interval out to its end, not only where a finding is possible.")
    var everyInterval = false

    func validate() throws {
        guard threshold >= 2 else {
            throw ValidationError("--threshold \(threshold): expected 2 or more.")
        }
        guard effort >= 0 else {
            throw ValidationError("--effort \(effort): expected 0 or more.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let structure = try TableStructure(json: try bytes(of: hierarchy))
            let now = try read(input, structure)
            let earlier = release.isEmpty ? nil : try read(release, structure)
            let releases = ReleasedTables(now: now, earlier: earlier)
            let report = try Attacker(
                releases.system,
                settings: AttackSettings(
                    threshold: threshold,
                    zerosPublished: zerosPublished,
                    onlySmallWithheld: onlySmallWithheld,
                    everyInterval: everyInterval,
                    effort: effort
                )
            ).run()
            let text = try report.json(releases.system.labels)
            Console.write(.standardOutput, text + "\n")
            common.say(
                definitions.texts(
                    "cli.attack.done",
                    common.spoken,
                    [
                        "cells": "\(report.cells)", "targets": "\(report.targets)",
                        "findings": "\(report.findings.count)",
                        "undecided": "\(report.undecided.count)",
                    ]
                )
            )
            guard report.findings.isEmpty, report.isComplete else { throw ExitCode(1) }
        }
    }

    private func read(_ paths: [String], _ structure: TableStructure) throws -> LinkedTables {
        try TableReader.read(
            paths.map { (path: $0, bytes: try bytes(of: $0)) },
            structure: structure,
            for: .attack
        )
    }

    private func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        return Array(data)
    }
}
