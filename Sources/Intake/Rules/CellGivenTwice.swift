import Domain

extension Rule {
    /// Each cell of age, acute, nature, network and duration is counted once.
    static let cellGivenTwice = Rule(
        file: "INT-509",
        .query,
        [.count],
        sources: ["csg-counts"]
    ) { file in
        let codes = [RowField.ageClass, .acute, .nature, .ownNetwork, .duration].map(file.small)
        return file.groups { row in
            codes.reduce(1) { $0 << 8 | UInt64($1.isEmpty ? 0 : $1[row]) }
        }.flatMap { $0.dropFirst() }.map { file.finding(.count, $0) }
    }
}
