import CZlib

/// *Inpakken*: a body of bytes as gzip (RFC 1952), for readers that ask for it.
///
/// The header holds no name and no time, so that the same bytes give the same bytes.
public enum Gzip {
    /// The bytes packed; `nil` when zlib has no memory for it.
    public static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count < Int(UInt32.max >> 1) else { return nil }
        var stream = unsafe z_stream()
        // SAFETY: the stream is a local that zlib sees only within these calls; 16 above the window
        // asks for gzip; the version and size are those of the header this was built with.
        let made = unsafe deflateInit2_(
            &stream,
            6,
            Z_DEFLATED,
            MAX_WBITS + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard made == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        var output = [UInt8](repeating: 0, count: bound)
        // SAFETY: both buffers live through the one call; zlib reads `avail_in` bytes and writes at
        // most `avail_out`, which the bound says is enough to finish at once.
        let result = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                return unsafe deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { return nil }
        output.removeLast(unsafe Int(stream.avail_out))
        return output
    }
}
