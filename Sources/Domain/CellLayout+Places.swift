extension CellLayout {
    /// Unpacks a key into its places.
    public func places(of key: UInt64) -> [Int] {
        var rest = key
        var places: [Int] = []
        for radix in radices.reversed() {
            places.append(Int(rest % UInt64(radix)))
            rest /= UInt64(radix)
        }
        return places.reversed()
    }
}
