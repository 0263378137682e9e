import Domain

/// One advice or report as the rows that were delivered of it.
struct TwinReport {
    let organisation: String
    let rows: [[String: String]]

    var isReport: Bool { rows[0]["soort"] == "M" }
    var day: String { earliest("datum") }
    var victims: [[String: String]] { rows.filter { $0["rol"] == "S" || $0["rol"] == "B" } }

    /// The earliest day in a column, or nothing.
    func earliest(_ column: String) -> String {
        rows.compactMap { $0[column] }.filter { !$0.isEmpty }.min() ?? ""
    }

    /// The code in a column that comes first in its list; `U` where there is none.
    func first(_ column: String, _ order: [String]) -> String {
        let found = Set(rows.compactMap { $0[column] })
        return order.first(where: found.contains) ?? "U"
    }

    /// Everything in a column, sets taken apart.
    func set(_ column: String) -> Set<String> {
        Set(rows.flatMap { ($0[column] ?? "").split(separator: "+").map(String.init) })
    }

    /// The same in a table: `U` where there is nothing.
    func codes(_ column: String) -> [String] {
        let found = set(column)
        return found.isEmpty ? ["U"] : found.sorted()
    }

    func sharesCase(with other: TwinReport) -> Bool {
        organisation == other.organisation && !set("casus").isDisjoint(with: other.set("casus"))
    }

    /// The municipality of the youngest victim.
    var municipality: String {
        let ordered = victims.map { row -> (String, String) in
            let birth = row["geboortedatum"] ?? ""
            // Unborn is the highest text of all, and an unknown one the lowest.
            return (birth == "99999999" ? birth : TwinReport.day(birth), row["gemeente"] ?? "")
        }
        return ordered.max { $0 < $1 }?.1 ?? ""
    }

    /// A date of birth with what is unknown filled in.
    static func day(_ birth: String) -> String {
        guard birth.count == 8 else { return "" }
        if birth.hasSuffix("0000") { return birth.prefix(4) + "0701" }
        return birth.hasSuffix("00") ? birth.prefix(6) + "01" : birth
    }

    /// The number of a day written as `20190417`.
    static func number(_ text: String) -> Int32? {
        guard text.count == 8, let year = Int(text.prefix(4)), let day = Int(text.suffix(2)),
            let month = Int(text.dropFirst(4).prefix(2))
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)?.number
    }

    static func isUnder(_ age: Int, _ birth: String, on day: String) -> Bool {
        if birth == "99999999" { return true }
        let born = TwinReport.day(birth)
        guard born.count == 8, day.count == 8 else { return false }
        let years = (Int(day.prefix(4)) ?? 0) - (Int(born.prefix(4)) ?? 0)
        return (day.suffix(4) < born.suffix(4) ? years - 1 : years) < age
    }

    static func isPerson(_ number: String) -> Bool {
        !["", "000000000", "999999999"].contains(number)
    }

    /// Days of the Algemene termijnenwet in the years of the tests, on a weekday or not.
    private static let holidays: Set<Int32> = Set(
        [
            "20190101", "20190419", "20190422", "20190427", "20190505", "20190530", "20190610",
            "20191225", "20191226", "20200101", "20200410", "20200413", "20200427", "20200505",
            "20200521", "20200601", "20201225", "20201226",
        ].compactMap(number)
    )

    static func isWorkingDay(_ day: Int32) -> Bool {
        // 1 January 2018, day 17 532, was a Monday.
        let weekday = ((day - 17_532) % 7 + 7) % 7
        return weekday < 5 && !holidays.contains(day)
    }
}
