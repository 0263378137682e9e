#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Logarithms, from the C library.
enum Logarithm {
    /// The logarithm to the base of 2.
    static func base2(_ value: Double) -> Double { log2(value) }
}
