import Crypto

/// Numbers that look like chance to whoever lacks the key.
///
/// The key of a stream is the HMAC-SHA-256 of its purpose; its bytes are those with which AES-256 in
/// counter mode would encipher zeros.
struct KeyedStream {
    private static let blockSize = 8192

    private let key: SymmetricKey
    private var counter: UInt64 = 0
    private var block: [UInt8] = []
    private var place = KeyedStream.blockSize

    init(_ key: CubeKey, purpose: String) {
        self.key = SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key.key)
        )
    }

    /// The next byte.
    @inline(__always)
    mutating func byte() -> UInt8 {
        if place == KeyedStream.blockSize { refill() }
        place += 1
        return block[place - 1]
    }

    /// The next two bytes.
    @inline(__always)
    mutating func short() -> UInt16 { UInt16(byte()) << 8 | UInt16(byte()) }

    /// A number from 0 up to, not including, `bound`, each as likely as the others to 2⁻³².
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        var bits: UInt64 = 0
        for _ in 0..<8 { bits = bits << 8 | UInt64(byte()) }
        return Int(bits.multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Puts a list in an order decided by the key (Fisher and Yates).
    mutating func shuffle<Element>(_ list: inout [Element]) {
        for index in stride(from: list.count - 1, to: 0, by: -1) {
            list.swapAt(index, below(index + 1))
        }
    }

    private mutating func refill() {
        let number = (0..<12).map { UInt8(truncatingIfNeeded: counter >> (8 * UInt64($0))) }
        let zeros = [UInt8](repeating: 0, count: KeyedStream.blockSize)
        guard let nonce = try? AES.GCM.Nonce(data: number),
            let box = try? AES.GCM.seal(zeros, using: key, nonce: nonce)
        else { preconditionFailure("AES takes any nonce of 12 bytes and any 8192 bytes.") }
        block = Array(box.ciphertext)
        counter += 1
        place = 0
    }
}
