import ArgumentParser
import Definitions
import Disclosure
import Foundation

/// The ledger as one run of `protect` uses it.
struct LedgerPage {
    /// The file.
    let path: String

    private let command: ProtectCommand
    private let definitions: DefinitionSet
    private let tables: LinkedTables
    private let outcome: TableProtection.Outcome
    private let ledger: ReleaseLedger
    private let definition: String

    /// Reads the ledger, or `nil` where none is asked for.
    init?(
        _ command: ProtectCommand,
        _ definitions: DefinitionSet,
        _ tables: LinkedTables,
        _ outcome: TableProtection.Outcome,
        _ hierarchy: [UInt8]
    ) throws {
        guard let path = command.ledger else { return nil }
        self.path = path
        self.command = command
        self.definitions = definitions
        self.tables = tables
        self.outcome = outcome
        definition = LedgerCheck.definition(name: command.name, hierarchy: hierarchy)
        if FileManager.default.fileExists(atPath: path) {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Complaint.InputError.table(path: path)
            }
            ledger = try ReleaseLedger(Array(data), path: path)
        } else {
            ledger = ReleaseLedger()
        }
    }

    /// Attacks all vintages together; findings end the run before anything is written.
    func check() throws {
        let found = try LedgerCheck(ledger, settings: outcome.settings).run(
            tables,
            outcome.knowledge,
            definition: definition,
            period: command.period
        )
        guard !found.isSafe else { return }
        let cells = found.cells.prefix(10).map { "[\($0)]" }.joined(separator: ", ")
        let text = definitions.texts(
            "cli.protect.ledger-findings",
            command.common.spoken,
            [
                "earlier": "\(found.earlierCount)", "findings": "\(found.cells.count)",
                "undecided": "\(found.attack.undecided.count)", "cells": cells,
            ]
        )
        Console.write(.standardError, text + "\n")
        throw ExitCode(1)
    }

    /// The ledger with this release at its end.
    func bytes(time: String) throws -> [UInt8] {
        var longer = ledger
        try longer.append(
            tables,
            outcome.knowledge,
            definition: definition,
            period: command.period,
            time: time
        )
        return longer.bytes
    }
}
