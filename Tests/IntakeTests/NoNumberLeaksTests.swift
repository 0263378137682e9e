import Columns
import Definitions
import Domain
import Intake
import Testing

/// Whatever is wrong with a delivery, what is said about it never contains a number of a person.
@Suite struct NoNumberLeaksTests {
    /// A delivery in which numbers stand wherever they may and wherever they may not.
    private struct Faulty {
        var random: SeededRandom
        var numbers: Set<String> = []

        mutating func number() -> String {
            let index = Int.random(in: 0..<100_000, using: &random)
            let number =
                Bool.random(using: &random)
                ? FictiveNumber.text(index) : FictiveNumber.failing(index)
            numbers.insert(number)
            return number
        }

        mutating func text(_ source: String) throws -> String {
            var text = try DeliveryText(source, "2019H1", [])
            // In one of three deliveries the header is damaged too.
            if Int.random(in: 0..<3, using: &random) == 0 {
                let place = Int.random(in: 0..<text.columns.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text.columns.insert(number(), at: place)
                case 1: text.columns.remove(at: place)
                default: text.columns = text.columns.map { _ in number() }
                }
            }
            let faults = Int.random(in: 0..<4, using: &random)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                var row: [String: String] = ["bsn": number()]
                for _ in 0..<faults {
                    let column = text.columns.randomElement(using: &random) ?? "bsn"
                    let isFirst = column == "aanbieder" || column == "verslagperiode"
                    guard !isFirst || Int.random(in: 0..<10, using: &random) == 0 else { continue }
                    row[column] = fault()
                }
                text.rows.append(row)
            }
            return text.text
        }

        private mutating func fault() -> String {
            switch Int.random(in: 0..<7, using: &random) {
            case 0: "\"\(number())\""
            case 1: number() + ";" + number()
            case 2: "\"" + number()
            case 3: ""
            case 4: "bsn \(number())"
            case 5: "20191399"
            default: number()
            }
        }
    }

    @Test(arguments: 0..<150 as Range<UInt64>, ["jeugdhulp", "jeugdbescherming"])
    func `no finding, message or value of the report contains a number`(
        _ seed: UInt64,
        _ source: String
    ) throws {
        var faulty = Faulty(random: SeededRandom(seed: seed))
        let bytes = Array(try faulty.text(source).utf8)
        let delivery = try CheckedDelivery(bytes, source: source)
        let definitions = try Shipped.definitions()
        var said: [String] = []
        for finding in delivery.findings {
            said.append(String(reflecting: finding))
            for language in Language.allCases {
                said.append(
                    try #require(definitions.ruleTexts[finding.code]).rendered(finding, language)
                )
            }
        }
        said.append(delivery.read.holder ?? "")
        said.append(delivery.read.period?.description ?? "")
        let text = said.joined(separator: "\n")
        for number in faulty.numbers where text.contains(number) {
            Issue.record("a number of a person was repeated")
        }
    }

    @Test func `the deliveries of this test break most rules`() throws {
        var codes: Set<String> = []
        for seed in 0..<150 as Range<UInt64> {
            var faulty = Faulty(random: SeededRandom(seed: seed))
            let bytes = Array(try faulty.text("jeugdhulp").utf8)
            codes.formUnion(try CheckedDelivery(bytes).findings.map(\.code))
        }
        #expect(codes.count > 20)
    }

    @Test func `the values in memory are not the numbers`() throws {
        let delivery = try DeliveryText.assistance([:], [:], [:]).checked()
        let numbers = Set((0..<3).compactMap { UInt32(FictiveNumber.text($0)) })
        #expect(numbers.count == 3)
        #expect(numbers.isDisjoint(with: delivery.group?.rows.numbers ?? []))
    }
}
