import Domain

extension Rule {
    /// A municipality that stands before and after a year stands in it too.
    static let yearOfPlaceIsMissing = Rule(
        file: "INT-810",
        .note,
        [.year],
        sources: ["population"]
    ) { file in
        let place = file.wide(.place)
        let year = file.long(.year)
        return file.groups { UInt64(place[$0]) }.flatMap { rows in
            let sorted = rows.sorted { (year[$0], $0) < (year[$1], $1) }
            return zip(sorted, sorted.dropFirst()).filter { year[$1] > year[$0] + 1 }
                .map { file.finding(.year, $1) }
        }
    }
}
