import Domain

/// The two published tables, transcribed a second time for the tests (StatLine 82970NED).
struct PublishedTables {
    static let topics = [
        "total_trajectories", "started", "started_repeat_use", "ended", "ended_as_planned",
        "ended_prematurely", "premature_by_agreement", "premature_by_client",
        "premature_by_provider", "premature_external",
    ]
    static let rows: [(name: String, form: Int?)] = [
        ("total", nil), ("without_residence", nil), ("neighbourhood_team", 1),
        ("ambulatory_at_provider", 2), ("day_care_at_provider", 3), ("in_network_of_youth", 4),
        ("with_residence", nil), ("foster_care", 11), ("family_oriented", 12),
        ("closed_placement", 13), ("other_residence", 14),
    ]
    static let columns = [
        "total", "municipal_access", "general_practitioner", "certified_institution",
    ]

    /// Per half-year the cells in the order of ``topics``.
    var institutions: [String: [Int]]
    /// Per row of ``rows`` the cells in the order of ``columns``.
    var forms: [[Int]]

    static let real = PublishedTables(
        institutions: [
            "2016H1": [38775, 13475, 3130, 8835, 6540, 2290, 1195, 410, 260, 425],
            "2017H1": [41830, 14645, 2920, 9435, 7260, 2175, 1065, 470, 280, 360],
            "2018H1": [43385, 16070, 4310, 9150, 6685, 2465, 1345, 450, 285, 385],
            "2019H1": [43680, 12630, 2795, 10975, 8485, 2490, 1265, 425, 290, 510],
        ],
        forms: [
            [452170, 143120, 164195, 43680], [410030, 125430, 162690, 24575],
            [63750, 12685, 1210, 1215], [259070, 57945, 148225, 12985],
            [24530, 17190, 3255, 1375], [62680, 37615, 10005, 8995],
            [42140, 17690, 1505, 19110], [20055, 5945, 95, 11990], [4400, 2310, 130, 1750],
            [2000, 320, 150, 1195], [15680, 9115, 1130, 4170],
        ]
    )

    /// The same tables so many times smaller: leaves are divided, sums made, each cell rounded.
    func divided(by factor: Int) -> PublishedTables {
        var small = self
        let leaves = forms.map { $0.map { $0 / factor } }
        for column in PublishedTables.columns.indices {
            let without = (2...5).reduce(0) { $0 + leaves[$1][column] }
            let with = (7...10).reduce(0) { $0 + leaves[$1][column] }
            for row in [2, 3, 4, 5, 7, 8, 9, 10] {
                small.forms[row][column] = Self.rounded(leaves[row][column])
            }
            small.forms[1][column] = Self.rounded(without)
            small.forms[6][column] = Self.rounded(with)
            small.forms[0][column] = Self.rounded(without + with)
        }
        for (period, cells) in institutions {
            var cells = cells.map { $0 / factor }
            cells[5] = cells[6...9].reduce(0, +)
            cells[3] = cells[4] + cells[5]
            if period == "2019H1" { cells[0] = small.forms[0][3] }
            small.institutions[period] = cells.map(Self.rounded)
        }
        return small
    }

    /// Rounded half up to a multiple of five.
    static func rounded(_ count: Int) -> Int { (count + 2) / 5 * 5 }

    /// The tables as the series a definition set holds.
    var series: [PublishedSeries] {
        let institutionFigures = institutions.keys.sorted().flatMap { period in
            zip(Self.topics, institutions[period] ?? []).map { topic, cell in
                figure(period, topic, cell)
            }
        }
        let formFigures = zip(Self.rows, forms).flatMap { row, cells in
            zip(Self.columns, cells).map { column, cell in
                figure("2019H1", "\(row.name)|\(column)", cell)
            }
        }
        return [
            series("gi-halfyears", institutionFigures),
            series("referrer-form-2019h1", formFigures),
        ]
    }

    private func figure(_ period: String, _ item: String, _ cell: Int) -> PublishedFigure {
        PublishedFigure(
            period: period,
            item: item,
            value: .number(Double(cell)),
            status: .final
        )
    }

    private func series(_ id: String, _ figures: [PublishedFigure]) -> PublishedSeries {
        let text = Fixture.text
        return PublishedSeries(
            id: id,
            title: text,
            unit: .trajectory,
            unitLabel: text,
            source: text,
            tableID: nil,
            definition: text,
            doesNotSay: text,
            caution: nil,
            items: [],
            breaks: [],
            figures: figures
        )
    }
}
