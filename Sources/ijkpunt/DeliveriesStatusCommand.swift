import ArgumentParser
import Definitions
import Domain
import Foundation
import Pipeline
import Store

/// `ijkpunt deliveries status`: how complete every half-year is, and what is final.
struct DeliveriesStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract:
            "Of each source and half-year: who should have delivered, who has, what is final.",
        discussion: """
            Who must deliver stands in the register of holders; without one it is unknown, and so is
            how complete the figures are.

            EXAMPLE
              ijkpunt deliveries status --store winkel.sqlite --json
            """
    )

    private struct Line: Encodable {
        let source: String
        let period: String
        let status: String
        let expected: Int?
        let delivered: Int
        let percent: Int?
        let missing: [String]
        let approved: Int
        let locked: Int
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let lines = try lines(store, definitions)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
                let text = String(decoding: try encoder.encode(lines), as: UTF8.self)
                Console.write(.standardOutput, text + "\n")
            } else {
                var text =
                    "source,period,status,expected,delivered,percent,missing,approved,locked\n"
                for line in lines {
                    text += "\(line.source),\(line.period),\(line.status),"
                    text += line.expected.map(String.init) ?? "unknown"
                    text += ",\(line.delivered),"
                    text += line.percent.map(String.init) ?? "unknown"
                    text +=
                        ",\(line.missing.joined(separator: " ")),\(line.approved),\(line.locked)\n"
                }
                Console.write(.standardOutput, text)
            }
            if try store.holderRegister() == nil {
                common.say(definitions.texts("cli.deliveries.no-register", common.spoken))
            }
        }
    }

    private func lines(_ store: DeliveryStore, _ definitions: DefinitionSet) throws -> [Line] {
        let completeness = try Completeness(store: store, definitions: definitions)
        let approvals = DeliveryApprovals(try store.auditLines())
        let deliveries = try store.deliveries()
        var latest: [DeliveryApprovals.Place: Int] = [:]
        for delivery in deliveries {
            let place = DeliveryApprovals.Place(
                source: delivery.source,
                holder: delivery.holder,
                period: delivery.period
            )
            latest[place] = max(latest[place] ?? 0, delivery.vintage)
        }
        return Set(deliveries.map(\.source)).sorted().flatMap { source in
            completeness.shares(of: source).map { share in
                let own = latest.filter { $0.key.source == source && $0.key.period == share.period }
                return Line(
                    source: source,
                    period: share.period.description,
                    status: share.status.rawValue,
                    expected: share.expected?.count,
                    delivered: share.delivered.count,
                    percent: share.percent,
                    missing: share.missing,
                    approved: own.count {
                        approvals.approval(of: $0.key, vintage: $0.value) != nil
                    },
                    locked: own.count { approvals.lock(on: $0.key) != nil }
                )
            }
        }
    }
}
