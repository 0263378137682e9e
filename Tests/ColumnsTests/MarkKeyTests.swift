import Columns
import Testing

@Suite struct MarkKeyTests {
    /// Aumasson and Bernstein 2012, SipHash: a fast short-input PRF, appendix A.
    @Test func `the mark of the paper's example is the paper's`() {
        let key = MarkKey(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
        #expect(key.mark((0..<15).map { UInt8($0) }) == 0xA129_CA61_49BE_45E5)
    }

    @Test func `equal texts have equal marks, others and other keys do not`() {
        let (key, other) = (MarkKey(1, 2), MarkKey(1, 3))
        #expect(key.mark(Array("ML12".utf8)) == key.mark(Array("ML12".utf8)))
        #expect(key.mark(Array("ML12".utf8)) != key.mark(Array("ML13".utf8)))
        #expect(key.mark(Array("ML12".utf8)) != other.mark(Array("ML12".utf8)))
    }
}
