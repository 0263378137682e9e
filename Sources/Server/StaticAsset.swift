import Publication

/// A file that is the same for everyone: the style sheet and the mark.
struct StaticAsset: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Changes with the content, so that a browser need not fetch the same twice.
    let tag: String

    static let stylesheet = StaticAsset(PublicSite.stylesheet, type: "text/css; charset=utf-8")
    static let icon = StaticAsset(Array(PublicSite.icon.markup.utf8), type: "image/svg+xml")

    private init(_ bytes: [UInt8], type: String) {
        self.bytes = bytes
        self.type = type
        // FNV-1a, 64 bits: it tells versions apart, it protects nothing.
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        tag = "\"\(String(hash, radix: 16))\""
    }
}
