import Domain

extension Rule {
    /// Each year, municipality, age and sex stands once.
    static let inhabitantsGivenTwice = Rule(
        file: "INT-805",
        .query,
        [.place],
        sources: ["population"]
    ) { file in
        let sex = file.small(.inhabitantSex)
        let place = file.wide(.place)
        let age = file.long(.age)
        let year = file.long(.year)
        return file.groups { row in
            let first = year[row] << 40 | UInt64(place[row]) << 24
            return first | age[row] & 0xFFFF << 8 | UInt64(sex[row])
        }.flatMap { $0.dropFirst() }.map { file.finding(.place, $0) }
    }
}
