import ArgumentParser
import Columns
import Definitions
import Foundation
import Store

/// `ijkpunt key`: what concerns the key.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "What concerns the key of a store.",
        discussion: """
            EXAMPLE
              ijkpunt key speed --json
            """,
        subcommands: [
            KeySpeedCommand.self, KeyNewCommand.self, KeyRotateCommand.self, KeyDestroyCommand.self,
        ]
    )
}

/// `ijkpunt key speed`: how fast pseudonyms are made, and so guessed by who holds the key.
struct KeySpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract:
            "Measures how many pseudonyms one core makes in a second, and what sealing costs.",
        discussion: """
            Whoever holds the key can try every number at this speed: the key is the protection.

            EXAMPLE
              ijkpunt key speed --json
            """
    )

    private struct Result: Encodable {
        let perSecond: Int
        let sealingPercent: Double

        enum CodingKeys: String, CodingKey {
            case perSecond = "per_second"
            case sealingPercent = "sealing_percent"
        }
    }

    /// How many pseudonyms are made.
    private static let count = 2_000_000

    @OptionGroup var common: RunOptions

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let scrambler = NumberScrambler()
            let numbers = (0..<UInt32(KeySpeedCommand.count)).map {
                scrambler.scramble(900_000_000 + $0)
            }
            let start = DispatchTime.now().uptimeNanoseconds
            let made = try PseudonymKernel.withRandomKey().pseudonyms(
                of: numbers,
                scrambler: scrambler,
                workers: Workers(cores: 1)
            )
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
            let rate = Int(Double(made.count) / seconds)
            let sealing = try SealingCost.measure().percent
            if json {
                let data = try JSONEncoder().encode(
                    Result(perSecond: rate, sealingPercent: (sealing * 10).rounded() / 10)
                )
                Console.write(.standardOutput, String(decoding: data, as: UTF8.self) + "\n")
            } else {
                let text = definitions.texts(
                    "cli.key.speed",
                    common.spoken,
                    ["rate": "\(rate)", "sealing": String(format: "%.0f", sealing)]
                )
                Console.write(.standardOutput, text + "\n")
            }
        }
    }
}
