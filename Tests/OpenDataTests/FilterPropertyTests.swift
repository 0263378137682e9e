import TestSupport
import Testing

@testable import OpenData

@Suite("Filters, at random")
struct FilterPropertyTests {
    @Test(arguments: [ODataDialect.v3, .v4])
    func `a filter holds of the rows that a slow judge names`(_ dialect: ODataDialect) throws {
        var fitting = 0
        for seed in 0..<1_500 {
            var random = RandomFilter(dialect: dialect, chance: SeededGenerator(seed: UInt64(seed)))
            let (text, holds) = random.make(4)
            let test = try RowTest(
                FilterParser(text, dialect: dialect).parse(),
                RandomFilter.set
            )
            let found = (0..<RandomFilter.set.count).filter(test.fits)
            let expected = (0..<RandomFilter.set.count).filter(holds)
            #expect(found == expected, "seed \(seed): \(text)")
            fitting += found.count
        }
        // Neither all rows nor none, or nothing was tried.
        #expect(fitting > 15_000 && fitting < 75_000)
    }

    @Test(arguments: [ODataDialect.v3, .v4])
    func `a filter that was changed at random is read or refused, and never more than that`(
        _ dialect: ODataDialect
    ) {
        let signs = Array("'()% ,.eqné\u{0}\u{202E}$;<>\"\\/*-+0aA_".unicodeScalars)
        var refused = 0
        for seed in 0..<4_000 {
            var random = RandomFilter(dialect: dialect, chance: SeededGenerator(seed: UInt64(seed)))
            var scalars = Array(random.make(3).text.unicodeScalars)
            for _ in 0...random.chance.below(3) {
                let place = random.chance.below(scalars.count + 1)
                switch random.chance.below(3) {
                case 0 where place < scalars.count: scalars.remove(at: place)
                case 1 where place < scalars.count:
                    scalars[place] = signs[random.chance.below(signs.count)]
                default: scalars.insert(signs[random.chance.below(signs.count)], at: place)
                }
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            do throws(ODataError) {
                let query = "$filter=" + QueryString.encoded(String(view))
                let read = try ODataQuery(query, dialect: dialect)
                let page = try ODataPage(RandomFilter.set, read, limit: 10)
                #expect(page.rows.count <= 10)
            } catch {
                refused += 1
                #expect((400..<500).contains(error.status))
                #expect(error.message.hasSuffix("."))
            }
        }
        #expect(refused > 1_000 && refused < 3_900)
    }

    @Test func `pages laid one after another are the whole, in order and once`() throws {
        for seed in 0..<300 {
            var random = RandomFilter(dialect: .v3, chance: SeededGenerator(seed: UInt64(seed)))
            let (filter, holds) = random.make(2)
            var query = "$filter=" + QueryString.encoded(filter)
            let isSorted = random.chance.below(2) == 0
            if isSorted { query += "&$orderby=N%20desc,A" }
            let top = random.chance.below(2) == 0 ? random.chance.below(70) : nil
            let skip = random.chance.below(30)
            if let top { query += "&$top=\(top)" }
            query += "&$skip=\(skip)"
            let limit = 1 + random.chance.below(20)
            var expected = (0..<RandomFilter.set.count).filter(holds)
            if isSorted {
                expected.sort { left, right in
                    let (first, second) = (RandomFilter.rows[left], RandomFilter.rows[right])
                    let numbers = (first.number ?? .min, second.number ?? .min)
                    if numbers.0 != numbers.1 { return numbers.0 > numbers.1 }
                    if first.code != second.code {
                        return first.code.utf8.lexicographicallyPrecedes(second.code.utf8)
                    }
                    return left < right
                }
            }
            expected = Array(expected.dropFirst(skip).prefix(top ?? .max))
            var found: [Int] = []
            var next: String? = query
            while let asked = next {
                let options = try ODataQuery(asked, dialect: .v3)
                let page = try ODataPage(RandomFilter.set, options, limit: limit)
                found += page.rows
                next = try page.next.map { skip in
                    let left = options.top.map { $0 - page.rows.count }
                    return try PageMark.query(PageMark.mark(asked, skip: skip, top: left))
                }
                #expect(page.rows.count <= limit)
            }
            #expect(found == expected, "seed \(seed): \(query) by \(limit)")
        }
    }
}
