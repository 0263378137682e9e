extension Pseudonym {
    /// The pseudonym of sixteen bytes, the first half first.
    public init(bytes: some Sequence<UInt8>) {
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.prefix(16).enumerated() {
            if index < 8 {
                halves.0 |= UInt64(byte) << UInt64(56 - index * 8)
            } else {
                halves.1 |= UInt64(byte) << UInt64(120 - index * 8)
            }
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// The sixteen bytes, the first half first.
    public var bytes: [UInt8] {
        [high, low].flatMap { half in
            (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - $0 * 8)) }
        }
    }
}

extension Pseudonym {
    /// The 32 hexadecimal digits by which a sender pseudonym stands in a delivery.
    ///
    /// For the one file that goes from a holder to the receiving side; never for a log or message.
    public var senderText: [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
