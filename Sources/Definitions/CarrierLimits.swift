/// *Grenzen aan dragers*: how much an archive or workbook may unpack to before it is refused.
public struct CarrierLimits: Sendable, Equatable {
    /// Bytes that one part of an archive may unpack to.
    public let unpackedBytes: Int
    /// How many times its packed size a part may unpack to, once it is past the free bytes.
    public let unpackedRatio: Int
    /// Bytes that a part may unpack to before that ratio is looked at.
    public let ratioFreeBytes: Int
    /// Bytes of the texts that the cells of a workbook share.
    public let sharedTextBytes: Int
    /// Entries of an archive.
    public let entries: Int
    /// Elements of XML within one another.
    public let depth: Int

    /// Creates limits.
    public init(
        unpackedBytes: Int,
        unpackedRatio: Int,
        ratioFreeBytes: Int,
        sharedTextBytes: Int,
        entries: Int,
        depth: Int
    ) {
        self.unpackedBytes = unpackedBytes
        self.unpackedRatio = unpackedRatio
        self.ratioFreeBytes = ratioFreeBytes
        self.sharedTextBytes = sharedTextBytes
        self.entries = entries
        self.depth = depth
    }
}
