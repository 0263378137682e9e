public import Definitions

/// *Fictief dossier*: what stands in a case file that does not exist, and what coders read in it.
///
/// Everything follows from the seed, the file's key and its organisation, so that the truth of
/// every file of a country is known, drawn or not.
public struct FictiveCaseFile: Sendable {
    /// The true answers by item, only those that are asked.
    public let answers: [String: String]
    /// Whether the family consents when asked.
    public let consents: Bool

    private let seed: UInt64
    private let key: UInt64

    /// Thousandths of files by what the first look finds.
    private static let screened = [
        ("none", 880), ("outside-network", 60), ("own-network", 35), ("own-network-structural", 25),
    ]

    /// Makes the truth of a file.
    ///
    /// - Parameters:
    ///   - instrument: the instrument; answers to items not named here are drawn evenly.
    ///   - seed: the seed.
    ///   - key: a number of the file's own.
    ///   - organisation: a number of the organisation's own; organisations differ.
    ///   - referrer: the referrer; general practitioners' families consent somewhat less.
    public init(
        of instrument: Instrument,
        seed: UInt64,
        key: UInt64,
        organisation: UInt64,
        referrer: String
    ) {
        self.seed = seed
        self.key = key
        var chance = SeededRandom(seed: seed ^ key, stream: 0xCA5E)
        var own = SeededRandom(seed: seed ^ organisation, stream: 0x0126)
        // Organisations lean by up to ten points to either side.
        let leaning = own.below(201) - 100
        func isSo(_ thousandths: Int) -> Bool { chance.below(1000) < thousandths }
        var left = chance.below(1000)
        let screen =
            FictiveCaseFile.screened.first { option in
                left -= option.1
                return left < 0
            }?.0 ?? "none"
        let isSexual = screen != "none"
        var fixed: [String: String] = ["sexual-violence-screen": screen]
        fixed["safety-plan-present"] = isSo(500 + leaning + (isSexual ? 80 : 0)) ? "yes" : "no"
        fixed["safety-plan-used"] = isSo(700) ? "yes" : "no"
        fixed["trauma-signalled"] = isSo(isSexual ? 750 : 450) ? "yes" : "no"
        fixed["trauma-assessed"] = isSo(600) ? "yes" : "no"
        fixed["trauma-treated"] = isSo(550) ? "yes" : "no"
        fixed["reported"] = isSo(400 + leaning / 2) ? "yes" : "no"
        var answers: [String: String] = [:]
        for item in instrument.items where FictiveCaseFile.isAsked(item, answers) {
            switch item.kind {
            case .choice:
                let drawn = item.options[chance.below(item.options.count)].code
                answers[item.id] = fixed[item.id] ?? drawn
            case .continuum:
                // The mean of two draws: the middle is likelier than the ends.
                answers[item.id] = String((chance.below(101) + chance.below(101)) / 2)
            case .choices:
                var codes = item.options.map(\.code).filter { code in
                    let isDrawn = chance.below(1000) < 300
                    if item.id == "forms", code == "sexual-violence" { return isSexual }
                    return isDrawn && code != "none"
                }
                if codes.isEmpty {
                    codes = [item.options.first { $0.code == "none" }?.code ?? item.options[0].code]
                }
                answers[item.id] = codes.joined(separator: " ")
            }
        }
        self.answers = answers
        consents = isSo(referrer == "02" ? 600 : 720)
    }

    /// What a coder reads in the file: the truth, with the coder's mistakes.
    ///
    /// - Parameters:
    ///   - instrument: the instrument.
    ///   - coder: a number of the coder's own.
    ///   - mistakes: thousandths of answers that are another than the truth.
    ///   - hardItem: an item coders cannot agree on, read almost at random.
    /// - Returns: the answers by item.
    public func reading(
        of instrument: Instrument,
        by coder: UInt64,
        mistakes: Int,
        hardItem: String
    ) -> [String: String] {
        var chance = SeededRandom(seed: seed ^ key &* 31 ^ coder, stream: 0xC0DE)
        var read: [String: String] = [:]
        for item in instrument.items where FictiveCaseFile.isAsked(item, read) {
            let isMistaken = chance.below(1000) < mistakes
            let other = chance.below(max(1, item.options.count))
            let shift = chance.below(13) - 6
            let anywhere = chance.below(101)
            let truth = answers[item.id]
            switch item.kind {
            case .choice, .choices:
                // Where a mistake made an item be asked that should not be, anything is read.
                let code = item.options[other].code
                read[item.id] = isMistaken ? code : truth ?? code
            case .continuum:
                let place = truth.flatMap { Int($0) } ?? anywhere
                let near = min(100, max(0, place + shift))
                read[item.id] = String(item.id == hardItem ? anywhere : near)
            }
        }
        return read
    }

    private static func isAsked(_ item: Instrument.Item, _ answers: [String: String]) -> Bool {
        guard let condition = item.condition else { return true }
        let codes = answers[condition.item]?.split(separator: " ").map(String.init) ?? []
        return codes.contains(where: condition.codes.contains)
    }
}
