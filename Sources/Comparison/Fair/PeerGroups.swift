internal import Foundation

/// *Vergelijkbare gemeenten*: the municipalities nearest to one by what is known of their youth.
///
/// Each characteristic is put on a scale of its own standard deviation; the distance is Euclid's.
/// What is not shipped (incomes, households, density) is not in it, which the page says.
public struct PeerGroups: Sendable, Equatable {
    /// A characteristic with its value in each municipality.
    public struct Characteristic: Sendable, Equatable {
        /// Its name, as `children` or `share-12-17`.
        public let name: String
        /// Its value, by municipality.
        public let values: [String: Double]

        /// Creates a characteristic.
        public init(name: String, values: [String: Double]) {
            self.name = name
            self.values = values
        }
    }

    /// A neighbour.
    public struct Neighbour: Sendable, Equatable {
        /// Its code.
        public let code: String
        /// How far it is, in standard deviations.
        public let distance: Double

        /// Creates a neighbour.
        public init(code: String, distance: Double) {
            self.code = code
            self.distance = distance
        }
    }

    /// The names of the characteristics.
    public let names: [String]
    private let scaled: [String: [Double]]

    /// Scales the characteristics; a municipality that lacks one is left out.
    public init(_ characteristics: [Characteristic]) {
        names = characteristics.map(\.name)
        var scaled: [String: [Double]] = [:]
        let codes = (characteristics.first?.values.keys.sorted() ?? []).filter { code in
            characteristics.allSatisfy { $0.values[code]?.isFinite ?? false }
        }
        for characteristic in characteristics {
            let values = codes.map { characteristic.values[$0] ?? 0 }
            let mean = values.reduce(0, +) / Double(max(1, values.count))
            let sum = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            let deviation = (sum / Double(max(1, values.count - 1))).squareRoot()
            for (code, value) in zip(codes, values) {
                // What does not differ brings nobody nearer.
                scaled[code, default: []].append(deviation > 0 ? (value - mean) / deviation : 0)
            }
        }
        self.scaled = scaled
    }

    /// The nearest others, the nearest first; equal distances by code.
    public func neighbours(of code: String, count: Int) -> [Neighbour] {
        guard let own = scaled[code] else { return [] }
        let others = scaled.filter { $0.key != code }.map { other, values in
            Neighbour(
                code: other,
                distance: zip(own, values).map { ($0 - $1) * ($0 - $1) }
                    .reduce(0, +).squareRoot()
            )
        }
        return Array(
            others.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }.prefix(count)
        )
    }
}
