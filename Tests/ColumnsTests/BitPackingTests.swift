import Columns
import Testing

@Suite struct BitPackingTests {
    private static func values(bits: Int, count: Int, smallest: UInt32) -> [UInt32] {
        var random = SeededRandom(seed: UInt64(bits * 1000 + count))
        let largest = bits == 32 ? UInt32.max : (1 << UInt32(bits)) - 1
        var values = (0..<count).map { _ in UInt32.random(in: 0...largest, using: &random) }
        // The ends of the range are among them, so that the width is exactly so many bits.
        if count > 1 { (values[0], values[count - 1]) = (0, largest) }
        return values.map { $0 &+ (bits == 32 ? 0 : smallest) }
    }

    @Test(arguments: 0...32, [0, 1, 2, 3, 7, 8, 9, 63, 64, 65, 1000])
    func `what is unpacked is what was packed, at every width`(_ bits: Int, _ count: Int) throws {
        for smallest in [0, 77, (UInt32.max >> 1) >> UInt32(min(bits, 30))] {
            let values = BitPackingTests.values(bits: bits, count: count, smallest: smallest)
            let bytes = BitPacking.pack(values)
            var unpacked: [UInt32] = [1, 2, 3]
            try BitPacking.unpack(bytes, appendingTo: &unpacked)
            #expect(unpacked == [1, 2, 3] + values)
            if count > 1 {
                #expect(bytes[8] == UInt8(bits))
                #expect(bytes.count == 9 + (count * bits + 63) / 64 * 8)
            }
        }
    }

    @Test(arguments: 1...32)
    func `the bits stand end to end, the lowest first`(_ bits: Int) throws {
        let values = BitPackingTests.values(bits: bits, count: 100, smallest: 5)
        let bytes = BitPacking.pack(values)
        let smallest = values.min() ?? 0
        for (index, value) in values.enumerated() {
            var read: UInt32 = 0
            for offset in 0..<bits {
                let place = index * bits + offset
                let bit = bytes[9 + place / 8] >> UInt8(place % 8) & 1
                read |= UInt32(bit) << UInt32(offset)
            }
            #expect(read + smallest == value)
        }
    }

    @Test func `small numbers may be unpacked into narrow columns`() throws {
        var bytes: [UInt8] = []
        try BitPacking.unpack(BitPacking.pack([3, 200, 255]), appendingTo: &bytes)
        #expect(bytes == [3, 200, 255])
        var days: [UInt16] = []
        try BitPacking.unpack(BitPacking.pack([65_535, 0, 9]), appendingTo: &days)
        #expect(days == [65_535, 0, 9])
    }

    @Test(arguments: 0...20)
    func `a block that was cut short is refused`(_ length: Int) {
        let bytes = BitPacking.pack([1, 2, 3, 400])
        #expect(bytes.count == 17 || length <= bytes.count)
        guard length != bytes.count else { return }
        let damaged = Array((bytes + [0, 0, 0, 0]).prefix(length))
        var values: [UInt32] = []
        #expect(throws: PackingError.self) { try BitPacking.unpack(damaged, appendingTo: &values) }
        #expect(values.isEmpty)
    }

    @Test(arguments: [(0, 200), (1, 1), (8, 33), (8, 255), (8, 60)] as [(Int, UInt8)])
    func `a header that does not fit the length is refused`(_ place: Int, _ value: UInt8) {
        var bytes = BitPacking.pack([1, 2, 3, 400])
        bytes[place] = value
        var values: [UInt32] = []
        #expect(throws: PackingError.self) { try BitPacking.unpack(bytes, appendingTo: &values) }
    }
}
