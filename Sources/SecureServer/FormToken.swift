import Crypto
import Keys

/// *Formulierbewijs*: what each form carries to show that it came from a page of its session.
///
/// A random part, and a code over it and the path under the token of the session. A page of
/// elsewhere knows neither, and a form of another session or another page has another code.
struct FormToken {
    private let session: String
    private let path: String

    init(session: String, path: String) {
        self.session = session
        self.path = path
    }

    /// A new one.
    func next() -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        let mark = Hexadecimal.text(bytes)
        return mark + "." + code(mark)
    }

    /// The random part of one that was made here, else `nil`.
    func mark(of text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].utf8.count == 32,
            PasswordHash.isEqual(Array(parts[1].utf8), Array(code(parts[0]).utf8))
        else { return nil }
        return parts[0]
    }

    private func code(_ mark: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("ijkpunt/1 form \(mark) \(path)".utf8),
            using: SymmetricKey(data: Array(session.utf8))
        )
        return Hexadecimal.text(Array(code))
    }
}
