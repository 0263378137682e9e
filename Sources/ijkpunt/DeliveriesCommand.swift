import ArgumentParser
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt deliveries`: what was taken in, who should have delivered, and what is final.
struct DeliveriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "What was taken in, who should have delivered, and what is final.",
        discussion: """
            EXAMPLES
              ijkpunt deliveries --store winkel.sqlite
              ijkpunt deliveries register bronhouders.csv --store winkel.sqlite
              ijkpunt deliveries status --store winkel.sqlite
              ijkpunt deliveries lock --source jeugdhulp --holder 00100003 --period 2019H1 \\
                --store winkel.sqlite
            """,
        subcommands: [
            DeliveriesListCommand.self, DeliveriesRegisterCommand.self,
            DeliveriesStatusCommand.self, DeliveriesApproveCommand.self,
            DeliveriesLockCommand.self, DeliveriesUnlockCommand.self,
        ],
        defaultSubcommand: DeliveriesListCommand.self
    )
}

/// `ijkpunt deliveries list`: what was taken in.
struct DeliveriesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists deliveries with their vintages and status; the word list may be left out.",
        discussion: """
            EXAMPLE
              ijkpunt deliveries --store winkel.sqlite
            """
    )

    private struct Line: Encodable {
        let id: Int64
        let source: String
        let holder: String
        let period: String
        let vintage: Int
        let isLatest: Bool
        let status: String
        let received: String
        let rows: Int
        let leftOut: Int
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let lines = lines(try store.deliveries())
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
                let text = String(decoding: try encoder.encode(lines), as: UTF8.self)
                Console.write(.standardOutput, text + "\n")
                return
            }
            var text = "id,source,holder,period,vintage,latest,status,received,rows,left_out\n"
            for line in lines {
                text += "\(line.id),\(line.source),\(line.holder),\(line.period),\(line.vintage),"
                text += "\(line.isLatest ? 1 : 0),\(line.status),\(line.received),"
                text += "\(line.rows),\(line.leftOut)\n"
            }
            Console.write(.standardOutput, text)
        }
    }

    private func lines(_ deliveries: [DeliveryRecord]) -> [Line] {
        var newest: [String: ReportingPeriod] = [:]
        var latest: [String: Int] = [:]
        func key(_ delivery: DeliveryRecord) -> String {
            "\(delivery.source) \(delivery.holder) \(delivery.period)"
        }
        for delivery in deliveries {
            newest[delivery.source] = max(
                newest[delivery.source] ?? delivery.period,
                delivery.period
            )
            latest[key(delivery)] = max(latest[key(delivery)] ?? 0, delivery.vintage)
        }
        return deliveries.map { delivery in
            Line(
                id: delivery.id,
                source: delivery.source,
                holder: delivery.holder,
                period: delivery.period.description,
                vintage: delivery.vintage,
                isLatest: latest[key(delivery)] == delivery.vintage,
                status: VintageStatus(
                    of: delivery.period,
                    latest: newest[delivery.source] ?? delivery.period
                ).rawValue,
                received: delivery.received,
                rows: delivery.rows,
                leftOut: delivery.leftOut
            )
        }
    }
}
