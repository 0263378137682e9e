/// The query options of a request, read and checked.
///
/// `$filter`, `$select`, `$orderby`, `$top`, `$skip`, `$format`; `$inlinecount` in version 3 and
/// `$count` in version 4. Any other option that begins with `$` is refused; one that does not is
/// left alone, as OData prescribes.
struct ODataQuery: Sendable, Equatable {
    /// A column to sort by.
    struct Order: Sendable, Equatable {
        let column: String
        let isDescending: Bool
    }

    /// Which rows; `nil` for all.
    var filter: FilterExpression?
    /// Which columns, in this order; `nil` for all.
    var select: [String]?
    /// The order of the rows.
    var order: [Order] = []
    /// At most so many rows; `nil` for no bound.
    var top: Int?
    /// So many rows are passed over first.
    var skip = 0
    /// Whether the number of rows that fit the filter is asked for.
    var countsAll = false

    private static let shared = ["$filter", "$format", "$orderby", "$select", "$skip", "$top"]

    /// Reads a query string.
    ///
    /// - Throws: ``ODataError`` that says what is wrong with it.
    init(_ query: String, dialect: ODataDialect) throws(ODataError) {
        var seen: Set<String> = []
        for (name, value) in try QueryString.fields(query) where name.hasPrefix("$") {
            let offered =
                ODataQuery.shared + [dialect == .v3 ? "$inlinecount" : "$count"]
            guard offered.contains(name) else {
                throw .unknownOption(offered.sorted().joined(separator: ", "))
            }
            guard seen.insert(name).inserted else { throw .optionTwice(name) }
            try read(name, value, dialect)
        }
    }

    private mutating func read(
        _ name: String,
        _ value: String,
        _ dialect: ODataDialect
    ) throws(ODataError) {
        switch name {
        case "$filter": filter = try FilterParser(value, dialect: dialect).parse()
        case "$select": select = try ODataQuery.columns(value)
        case "$orderby": order = try ODataQuery.order(value)
        case "$top": top = try ODataQuery.number(value, option: name)
        case "$skip": skip = try ODataQuery.number(value, option: name)
        case "$format":
            let type = value.split(separator: ";").first.map(String.init) ?? ""
            guard ["json", "application/json"].contains(type.lowercased()) else {
                throw .badFormat
            }
        case "$inlinecount": countsAll = try ODataQuery.choice(value, "allpages", "none", name)
        default: countsAll = try ODataQuery.choice(value, "true", "false", name)
        }
    }

    private static func number(_ text: String, option: String) throws(ODataError) -> Int {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isPlain, let number = Int(text) else { throw .badNumber(option: option) }
        return number
    }

    private static func choice(
        _ text: String,
        _ yes: String,
        _ no: String,
        _ option: String
    ) throws(ODataError) -> Bool {
        switch text {
        case yes: return true
        case no: return false
        default: throw .badExpression(option: option, place: 0, expected: "\(yes) or \(no)")
        }
    }

    private static func columns(_ text: String) throws(ODataError) -> [String]? {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != " " } }
        if names == ["*"] { return nil }
        guard names.allSatisfy(FilterLexer.isName) else {
            throw .badExpression(
                option: "$select",
                place: 0,
                expected: "names of columns with commas between them"
            )
        }
        return names
    }

    private static func order(_ text: String) throws(ODataError) -> [Order] {
        var order: [Order] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(separator: " ").map(String.init)
            guard let name = words.first, FilterLexer.isName(name), words.count <= 2,
                words.count == 1 || words[1] == "asc" || words[1] == "desc"
            else {
                throw .badExpression(
                    option: "$orderby",
                    place: 0,
                    expected: "a column, with asc or desc after it, and commas between columns"
                )
            }
            order.append(Order(column: name, isDescending: words.last == "desc"))
        }
        return order
    }
}
