/// *Bronhouders*: which providers work in which youth region.
struct HolderDirectory: Sendable {
    /// How many providers there are.
    let count: Int
    private let byRegion: [[UInt16]]
    private let nationalPerMille: Int

    init(count: Int, regionCount: Int, nationalPerMille: Int) {
        self.count = count
        self.nationalPerMille = nationalPerMille
        byRegion = (0..<regionCount).map { region in
            let own = stride(from: region, to: count, by: regionCount).map(UInt16.init)
            return own.isEmpty ? [UInt16(region % count)] : own
        }
    }

    /// Draws a provider for a child of a region; some are large, most are small.
    func draw(region: Int, _ random: inout SeededRandom) -> UInt16 {
        if random.perMille(nationalPerMille) { return UInt16(random.below(count)) }
        let own = byRegion[region]
        return own[random.below(random.below(own.count) + 1)]
    }
}
