/// *Pseudoniem*: 128 bits that stand for a person, made from a number with a secret key.
///
/// It prints as `‹redacted›`, cannot be encoded, and stays on the person side of the wall.
public struct Pseudonym: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The first 64 bits, big-endian.
    public let high: UInt64

    /// The last 64 bits, big-endian.
    public let low: UInt64

    /// Creates a pseudonym from its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// In the order of their bytes.
    @inline(__always)
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        left.high < right.high || (left.high == right.high && left.low < right.low)
    }
}

extension Pseudonym: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `‹redacted›`.
    public var description: String { "‹redacted›" }

    /// Always `‹redacted›`.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
