import ArgumentParser
import Definitions
import Disclosure
import Domain
import Foundation
import Store

/// `ijkpunt protect`: any table of a user.
struct ProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect",
        abstract: "Protects linked tables by a profile, attacks the result and writes evidence.",
        discussion: """
            Tables are CSV with a column for each dimension and value; the hierarchy is JSON. Several
            tables are protected together: the same cell is the same number in all of them. Every
            table gets a file of its own name in --output; with one table, --output may be the file.

            The key decides how ties fall; it is made when there is none. With --keep the rounding is
            kept for the next vintage, which takes it with --earlier.

            With --ledger the result is held against everything released before of the same --name,
            hierarchy and --period. Only when the attacker finds nothing in all of it together is
            anything written, and the release is added to the ledger.

            EXAMPLE
              ijkpunt protect --input tabel.csv --hierarchy indeling.json --output uit.csv \\
                --evidence bewijs.json
            """
    )

    @OptionGroup var common: RunOptions

    @Option(parsing: .upToNextOption, help: "The tables, CSV.")
    var input: [String]

    @Option(help: "How their codes add up, JSON.")
    var hierarchy: String

    @Option(help: "The disclosure profile.")
    var profile = "ijkpunt"

    @Option(help: "The folder to write, or with one table the file.")
    var output: String

    @Option(help: "The file for the evidence, JSON.")
    var evidence: String?

    @Option(help: "The key file; by default that of the store.")
    var key: String?

    @Option(help: "How long to search: quick or thorough.")
    var effort = "quick"

    @Option(help: "The rounding kept of the vintage before.")
    var earlier: String?

    @Option(help: "Where to keep the rounding for the next vintage; it must stay inside.")
    var keep: String?

    @Option(help: "The ledger of releases; made when there is none.")
    var ledger: String?

    @Option(help: "What the figures are called in the ledger.")
    var name = "table"

    @Option(help: "The period of the figures in the ledger.")
    var period = "all"

    @Option(help: "The time that stands in the evidence; now by default.")
    var time: String?

    func validate() throws {
        guard ["quick", "thorough"].contains(effort) else {
            throw ValidationError("--effort \(effort): expected quick or thorough.")
        }
        let names = input.map { URL(filePath: $0).lastPathComponent }
        guard Set(names).count == names.count else {
            throw ValidationError("--input: expected tables with different file names.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            guard let profile = definitions.profiles[self.profile] else {
                let known = definitions.profiles.keys.sorted().joined(separator: ", ")
                throw ValidationError("--profile \(self.profile): expected one of \(known).")
            }
            let files = try input.map { (path: $0, bytes: try bytes(of: $0)) }
            let hierarchyBytes = try bytes(of: hierarchy)
            let tables = try TableReader.read(
                files,
                structure: TableStructure(json: hierarchyBytes),
                for: .protection
            )
            let secret = CubeKey(
                secret: try StoreKey.load(path: KeyPlace.path(key), create: true).roundingSecret
            )
            let outcome = try TableProtection(
                profile: profile,
                key: secret,
                effort: effort == "quick" ? .quick : .thorough
            ).run(
                tables,
                earlier: try earlier.map {
                    try KeptRounding(csv: try bytes(of: $0), path: $0)
                }
            )
            let moment = time ?? Date().formatted(.iso8601)
            let page = try LedgerPage(self, definitions, tables, outcome, hierarchyBytes)
            try page?.check()
            let outputs = try write(tables, outcome)
            if let keep, let cube = outcome.cube { try write(cube.rounding.csv, to: keep) }
            if let evidence {
                let proof = ProtectionEvidence(
                    outcome,
                    of: tables,
                    profile: profile,
                    key: secret,
                    version: IjkpuntCommand.configuration.version,
                    time: moment,
                    inputs: files,
                    hierarchy: (hierarchy, hierarchyBytes),
                    outputs: outputs
                )
                try write(try proof.json(), to: evidence)
            }
            if outcome.isSafe, let page { try write(try page.bytes(time: moment), to: page.path) }
            try speak(outcome, definitions, profile)
        }
    }

    /// Says what came of it; findings make it exit with 1.
    private func speak(
        _ outcome: TableProtection.Outcome,
        _ definitions: DefinitionSet,
        _ profile: DisclosureProfile
    ) throws {
        common.say(profile.notice[common.spoken])
        let key = outcome.isSafe ? "cli.protect.safe" : "cli.protect.findings"
        let text = definitions.texts(
            key,
            common.spoken,
            [
                "cells": "\(outcome.attack.cells)", "findings": "\(outcome.attack.findings.count)",
                "undecided": "\(outcome.attack.undecided.count)",
            ]
        )
        guard outcome.isSafe else {
            Console.write(.standardError, text + "\n")
            throw ExitCode(1)
        }
        common.say(text)
    }

    private func write(
        _ tables: LinkedTables,
        _ outcome: TableProtection.Outcome
    ) throws -> [(path: String, bytes: [UInt8])] {
        let isFile = input.count == 1 && output.hasSuffix(".csv")
        let writer = TableWriter(tables)
        return try tables.files.indices.map { file in
            let name = URL(filePath: tables.files[file].path).lastPathComponent
            let path = isFile ? output : output + "/" + name
            let bytes = writer.csv(file, outcome.knowledge)
            try write(bytes, to: path)
            return (path, bytes)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let place = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: place, options: .atomic)
        } catch {
            throw Complaint.InputError.unwritable(path: path)
        }
    }

    private func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        return Array(data)
    }
}
