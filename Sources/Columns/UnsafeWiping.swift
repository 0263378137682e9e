#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Overwriting memory that held secrets.
public enum UnsafeWiping {
    /// Overwrites the elements of an array with zeros, in place.
    ///
    /// The array must not be shared with another variable: then only its copy would be wiped.
    public static func wipe(_ bytes: inout [UInt8]) {
        // SAFETY: `explicit_bzero` writes within the buffer; the call is never optimised away.
        unsafe bytes.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe explicit_bzero(base, buffer.count)
        }
    }
}
