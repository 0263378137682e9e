import Crypto

/// The order in which units are drawn, so that a sample can be done again and cannot be picked.
///
/// A unit's place in the order is HMAC-SHA-256 of `study|label|place`, with the bytes of the
/// published seed as the key, read as a number; the lowest are drawn first. The frame was digested
/// into the signed plan before there was a seed.
public struct DrawOrder: Sendable {
    /// The seed.
    public let seed: String

    private let study: String
    private let key: SymmetricKey

    /// The order of a study under a seed.
    public init(study: String, seed: String) {
        self.study = study
        self.seed = seed
        key = SymmetricKey(data: Array(seed.utf8))
    }

    /// The places 0 ..< count of a stratum in the order in which they are drawn.
    public func order(_ count: Int, in label: String) -> [Int] {
        let codes = (0..<count).map { code(label, $0) }
        return (0..<count).sorted { left, right in
            codes[left] == codes[right] ? left < right : codes[left] < codes[right]
        }
    }

    /// A number from 0 up to 1, without 1.
    public func uniform(_ label: String) -> Double {
        Double(code(label, 0).high >> 11) * 0x1p-53
    }

    private func code(_ label: String, _ place: Int) -> DrawCode {
        let mac = HMAC<SHA256>.authenticationCode(
            for: Array("\(study)|\(label)|\(place)".utf8),
            using: key
        )
        var code = DrawCode(high: 0, low: 0)
        for (index, byte) in mac.prefix(16).enumerated() {
            if index < 8 {
                code.high = code.high << 8 | UInt64(byte)
            } else {
                code.low = code.low << 8 | UInt64(byte)
            }
        }
        return code
    }
}

/// The first 128 bits of an authentication code, as a number.
private struct DrawCode: Comparable {
    var high: UInt64
    var low: UInt64

    static func < (left: DrawCode, right: DrawCode) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

/// Which units are drawn from an order.
public enum UnitDraw {
    /// The first of an order: a simple random sample.
    public static func simple(_ drawn: Int, from order: [Int]) -> [Int] {
        order.prefix(drawn).sorted()
    }

    /// Systematic sampling with unequal probabilities over a random order (Hartley and Rao 1962).
    ///
    /// - Parameters:
    ///   - probabilities: one for each unit; their sum is the number drawn.
    ///   - order: the units in random order.
    ///   - start: a number from 0 up to 1, without 1.
    /// - Returns: the places of the drawn units, ascending.
    public static func systematic(
        _ probabilities: [Double],
        order: [Int],
        start: Double
    ) -> [Int] {
        let wanted = Int(probabilities.reduce(0, +).rounded())
        var drawn: [Int] = []
        var sum = 0.0
        for (index, place) in order.enumerated() {
            // The last sum is a whole number that rounding must not miss.
            sum = index == order.count - 1 ? Double(wanted) : sum + probabilities[place]
            if drawn.count < wanted, sum > start + Double(drawn.count) { drawn.append(place) }
        }
        return drawn.sorted()
    }
}
