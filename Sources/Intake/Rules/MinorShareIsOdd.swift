import Columns
import Domain

extension Rule {
    /// About a third of who comes is a minor.
    static let minorShareIsOdd = Rule(
        file: "INT-731",
        .query,
        [.ageClass, .count],
        sources: ["csg-counts"]
    ) { file in
        let age = file.small(.ageClass)
        let count = file.long(.count)
        func sum(_ isCounted: (Int) -> Bool) -> Int {
            file.range.reduce(0) {
                $0 + (isCounted($1) ? Int(LongValue.number(count[$1]) ?? 0) : 0)
            }
        }
        guard !age.isEmpty, !count.isEmpty else { return [] }
        let all = sum { age[$0] != CodeTable.absent && age[$0] != CodeTable.unknown }
        guard all >= file.setting.limit("plausible-records") else { return [] }
        let adult = UInt8.code("18+")
        let minors = sum {
            age[$0] != adult && age[$0] != CodeTable.absent && age[$0] != CodeTable.unknown
        }
        let share = FileBatch.percent(minors, of: all)
        let low = file.setting.limit("minors-low-percent")
        let high = file.setting.limit("minors-high-percent")
        return (low...high).contains(share) ? [] : [.file(subject: "5–80")]
    }
}
