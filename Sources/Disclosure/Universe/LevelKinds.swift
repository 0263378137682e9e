/// The places of a level, and where each lies in a wider one.
struct LevelKinds {
    let sizes: [Int]
    let names: [String]

    /// For each place the place in a level with some of the names.
    func places(in wider: [String]) -> [Int32] {
        (0..<sizes.reduce(1, *)).map { place in
            var rest = place
            var codes: [Int] = []
            for size in sizes.reversed() {
                codes.insert(rest % size, at: 0)
                rest /= size
            }
            return wider.reduce(Int32(0)) { sum, name in
                guard let own = names.firstIndex(of: name) else { return sum }
                return sum * Int32(sizes[own]) + Int32(codes[own])
            }
        }
    }
}
