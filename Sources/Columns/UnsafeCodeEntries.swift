/// The entries of a ``CodeTable``: for each pair of characters a byte, and whether it is an alias.
///
/// Made once for a list and period and shared by every walk over rows, because 128 KB are too much
/// to copy for each of some 40 000 small files.
@safe final class UnsafeCodeEntries: @unchecked Sendable {
    // SAFETY: `@unchecked Sendable` is right because entries are only set while the table is made,
    // before anybody else has it.

    /// Set in an entry whose code is an alias; the low byte is what stands for the code.
    static let alias: UInt16 = 0x100

    /// 65 536 entries, by the first character and 256 times the second.
    let start: UnsafeMutablePointer<UInt16>

    init() {
        unsafe start = .allocate(capacity: 65_536)
        // SAFETY: within the allocation.
        unsafe start.initialize(repeating: UInt16(CodeTable.unknown), count: 65_536)
    }

    deinit { unsafe start.deallocate() }

    func set(_ key: Int, to byte: UInt8, isAlias: Bool = false) {
        precondition((0..<65_536).contains(key))
        // SAFETY: the precondition.
        unsafe start[key] = UInt16(byte) | (isAlias ? UnsafeCodeEntries.alias : 0)
    }
}
