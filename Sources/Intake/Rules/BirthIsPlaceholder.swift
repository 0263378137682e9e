import Domain

extension Rule {
    /// 1 January of 1900 or earlier is what systems fill in when nothing is known.
    static let birthIsPlaceholder = Rule(
        "INT-166",
        .query,
        [.birth],
        sources: Rule.persons
    ) { batch in
        let birth = batch.wide(.birth)
        return batch.flag(.birth) { birth[$0] == 1 }
    }
}
