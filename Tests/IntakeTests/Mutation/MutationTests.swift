import Definitions
import Domain
import Intake
import Testing

/// Two thousand changes of one field in valid rows of each source: nothing crashes, and nothing
/// that breaks a written rule is taken in without a word.
@Suite struct MutationTests {
    static let sources = [
        "csg-counts", "csg-records", "jeugdbescherming", "jeugdhulp", "jeugdreclassering",
        "population", "prevalence", "veiligthuis",
    ]

    /// A row of someone or something else for each place, with the fields that a source may fill.
    private static func valid(_ source: String, _ index: Int) -> [String: String] {
        let row = UsualValues(source: source, period: "2019H1").row(index)
        let day = "201903\(two(index % 28 + 1))"
        let other: [String: String] =
            switch source {
            case "jeugdhulp" where index % 2 == 0:
                [
                    "postcode": "1234AB", "datum_einde": day, "reden_beeindiging": "01",
                    "tevredenheid": "8", "zonder_hulp_verder": "J", "informant": "J",
                    "datum_aanvang": "20180201",
                ]
            case "jeugdbescherming" where index % 3 == 0:
                ["datum_einde": day, "reden_beeindiging": "02", "postcode": "1234AB"]
            case "jeugdbescherming" where index % 3 == 1:
                ["datum_aanvang": "", "datum_overgedragen_gekregen": day]
            case "jeugdreclassering" where index % 2 == 0:
                [
                    "datum_einde": day, "reden_beeindiging": "21", "erkende_interventie": "J",
                    "postcode": "1234AB",
                ]
            case "veiligthuis":
                [
                    "datum": "20190201", "bsn": FictiveNumber.text(index),
                    "datum_beoordeling": "20190205", "taxatie": "AS", "besluit": "ON",
                    "datum_dienst_aanvang": "20190206", "datum_dienst_einde": day,
                    "uitkomst": "06", "vervolg": "01+05",
                ]
            case "csg-records": ["bsn": FictiveNumber.text(index)]
            case "population":
                [
                    "year": "\(2015 + index / 90)", "age": "\(index % 90)", "sex": "V",
                    "population": "100",
                ]
            case "prevalence": ["vorm": "vorm \(index)"]
            default: [:]
            }
        return row.merging(other) { $1 }
    }

    @Test(arguments: sources)
    func `the rows to be changed break no written rule`(_ id: String) throws {
        let definitions = try Shipped.definitions()
        let source = try #require(definitions.sources[id])
        let rows = (0..<90).map { MutationTests.valid(id, $0) }
        let judge = WrittenRules(source: source, definitions: definitions, period: .halfYear)
        #expect(judge.breaches(rows).isEmpty)
        let delivery = try MutationTests.checked(id, rows)
        #expect(delivery.allFindings.filter { $0.severity <= .field } == [])
    }

    @Test(arguments: sources)
    func `no change that breaks a written rule is taken in without a word`(_ id: String) throws {
        let definitions = try Shipped.definitions()
        let source = try #require(definitions.sources[id])
        let judge = WrittenRules(source: source, definitions: definitions, period: .halfYear)
        let codes = Set(definitions.codeLists.values.flatMap { $0.entries.map(\.code) }).sorted()
        var mutator = Mutator(seed: 2_000, codes: codes)
        let fields = source.columns.filter { column in
            column.kind != .holder && column.kind != .period
                && (source.shape == .figures || column.isKnown(in: .halfYear))
        }.map(\.name)
        var changes = 0
        var breaches = 0
        while changes < 2000 {
            var rows = (0..<90).map { MutationTests.valid(id, $0) }
            for index in rows.indices {
                let field = fields[changes % fields.count]
                let other = rows[mutator.below(rows.count)][field] ?? ""
                rows[index][field] = mutator.changed(rows[index][field] ?? "", other: other)
                changes += 1
            }
            let expected = judge.breaches(rows)
            breaches += expected.count
            let findings = try MutationTests.checked(id, rows).allFindings
            for breach in expected {
                let isSaid = findings.contains {
                    $0.row == breach.row && ($0.field ?? breach.field) == breach.field
                }
                #expect(isSaid, "row \(breach.row), \(breach.field)")
            }
        }
        #expect(breaches > 500)
    }

    /// Changes of the file itself: a header, a separator, a byte.
    @Test(arguments: sources)
    func `a file that is changed at any byte is read or refused, and never a crash`(
        _ id: String
    ) throws {
        let rows = (0..<6).map { MutationTests.valid(id, $0) }
        let bytes = Array(try MutationTests.delivery(id, rows).text.utf8)
        var mutator = Mutator(seed: 7, codes: ["01"])
        for _ in 0..<150 {
            var changed = bytes
            for _ in 0...mutator.below(3) {
                let place = mutator.below(changed.count)
                switch mutator.below(4) {
                case 0: changed.remove(at: place)
                case 1: changed.insert(UInt8(mutator.below(256)), at: place)
                case 2: changed[place] = UInt8(mutator.below(256))
                default: changed.removeLast(min(place, changed.count - 1))
                }
                if changed.isEmpty { changed = [0x0A] }
            }
            let delivery = try CheckedDelivery(changed, source: id)
            #expect(
                delivery.isRefused || delivery.read.period != nil || id == "population"
                    || id == "prevalence"
            )
        }
    }

    private static func delivery(_ id: String, _ rows: [[String: String]]) throws -> DeliveryText {
        var text = try DeliveryText(id, "2019H1", rows)
        if let source = try Shipped.definitions().sources[id], source.shape == .figures {
            text.columns = source.columns.map(\.name)
        }
        return text
    }

    private static func checked(_ id: String, _ rows: [[String: String]]) throws -> CheckedDelivery
    {
        try delivery(id, rows).checked()
    }
}

extension ReportingPeriod {
    /// The half-year of these tests.
    fileprivate static var halfYear: ReportingPeriod { ReportingPeriod(ordinal: 2019 * 2) }
}
