import Columns
import Domain

extension Rule {
    /// About half of the contacts are acute.
    static let acuteShareIsOdd = Rule(
        file: "INT-732",
        .query,
        [.acute, .count],
        sources: ["csg-counts"]
    ) { file in
        let acute = file.small(.acute)
        let count = file.long(.count)
        func sum(_ isCounted: (Int) -> Bool) -> Int {
            file.range.reduce(0) {
                $0 + (isCounted($1) ? Int(LongValue.number(count[$1]) ?? 0) : 0)
            }
        }
        guard !acute.isEmpty, !count.isEmpty else { return [] }
        let all = sum { acute[$0] == .letter("J") || acute[$0] == .letter("N") }
        guard all >= file.setting.limit("plausible-records") else { return [] }
        let share = FileBatch.percent(sum { acute[$0] == .letter("J") }, of: all)
        let low = file.setting.limit("acute-low-percent")
        let high = file.setting.limit("acute-high-percent")
        return (low...high).contains(share) ? [] : [.file(subject: "2–95")]
    }
}
