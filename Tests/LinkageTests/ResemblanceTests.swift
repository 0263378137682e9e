import Columns
import Domain
import Linkage
import TestSupport
import Testing

@Suite("Linkage by resemblance")
struct ResemblanceTests {
    /// Winkler 1990 and the string comparator of the US Census Bureau; the four examples of
    /// Winkler 2006, "Overview of record linkage and current research directions", table 6.
    @Test(arguments: [
        ("MARTHA", "MARHTA", 0.961), ("DWAYNE", "DUANE", 0.840), ("DIXON", "DICKSONX", 0.813),
        ("JONES", "JOHNSON", 0.832), ("ABROMS", "ABRAMS", 0.922),
        ("SAME", "SAME", 1), ("", "", 0), ("A", "", 0), ("AB", "CD", 0),
    ])
    func `names are as alike as Winkler says`(_ one: String, _ other: String, _ value: Double) {
        let similarity = JaroWinkler.similarity(Array(one.utf8), Array(other.utf8))
        #expect(abs(similarity - value) < 0.0006, "\(similarity)")
        #expect(similarity == JaroWinkler.similarity(Array(other.utf8), Array(one.utf8)))
    }

    @Test(arguments: [1, 2, 3])
    func `persons that are known to be the same are found`(seed: UInt64) throws {
        let country = AlikeCountry(seed: seed, left: 2000, right: 600, shared: 400)
        let result = try country.linkage(cores: 2).run(threshold: 0.5, oneToOne: true)
        let (right, found, known) = country.score(result.pairs)
        #expect(known == 400)
        #expect(Double(right) / Double(found) > 0.97, "precision \(right)/\(found)")
        #expect(Double(right) / Double(known) > 0.95, "recall \(right)/\(known)")
        // What the model says of its own mistakes is near what is known of them.
        #expect(abs(result.expectedFalse - Double(found - right)) < 12)
        #expect(abs(result.expectedMissed - Double(known - right)) < 25)
        #expect(abs(result.model.share * Double(result.candidates) - 400) < 40)
    }

    @Test func `the shares by which the lists were made are recovered`() throws {
        // Many names: where few pairs agree by chance, the shares are sharp.
        let country = AlikeCountry(
            seed: 7,
            left: 3000,
            right: 1500,
            shared: 1200,
            missing: 0,
            distinct: 1500
        )
        let model = try country.linkage(cores: 2).run(threshold: 0.5, oneToOne: false).model
        let place = try #require(model.fields.first { $0.name == "place" })
        // Another place was drawn for 8 in 100, one in forty of them the same again.
        #expect(abs(place.matches[2] - (0.92 + 0.08 / 40)) < 0.02)
        #expect(abs(place.others[2] - 1.0 / 40) < 0.003)
        let birth = try #require(model.fields.first { $0.name == "birth" })
        #expect(abs(birth.matches[3] - 0.95) < 0.02)
        #expect(birth.weight(3) > 10)
        #expect(birth.weight(1) < -3)
    }

    @Test func `missing is not disagreement`() throws {
        let country = AlikeCountry(seed: 4, left: 1000, right: 500, shared: 400)
        let linkage = try country.linkage(cores: 1)
        let result = try linkage.run(threshold: 0, oneToOne: false)
        var seen: [String: Double] = [:]
        for pair in result.pairs {
            for part in result.explanation(of: pair) where part.field == "name" {
                seen[part.level] = part.weight
            }
        }
        #expect(seen["missing"] == 0)
        #expect(try #require(seen["different"]) < 0)
        #expect(try #require(seen["same"]) > 0)
        // The weight of a pair is the sum of what its fields add.
        for pair in result.pairs.prefix(500) {
            let sum = result.explanation(of: pair).reduce(0) { $0 + $1.weight }
            #expect(abs(sum - pair.weight) < 1e-9)
        }
    }

    @Test func `a field that blocks cannot be compared`() throws {
        let codes: [UInt32] = [1, 2]
        #expect(throws: ResemblanceError.blockingFieldIsCompared(name: "place")) {
            _ = try ResemblanceLinkage(
                fields: [.init(name: "place", left: .codes(codes), right: .codes(codes))],
                blocks: [.init(fields: ["place"], left: [1, 2], right: [1, 2])],
                workers: Workers(cores: 1)
            )
        }
        #expect(throws: ResemblanceError.sidesDiffer(name: "birth")) {
            _ = try ResemblanceLinkage(
                fields: [.init(name: "birth", left: .codes(codes), right: .days([1, 2]))],
                blocks: [],
                workers: Workers(cores: 1)
            )
        }
    }

    @Test func `the number of cores changes nothing, and several blocks give each pair once`()
        throws
    {
        let country = AlikeCountry(seed: 9, left: 800, right: 300, shared: 200)
        let one = try country.linkage(cores: 1).run(threshold: 0.5, oneToOne: true)
        let three = try country.linkage(cores: 3).run(threshold: 0.5, oneToOne: true)
        #expect(one.pairs == three.pairs)
        #expect(one.model == three.model)
        #expect(one.expectedFalse == three.expectedFalse)
        let keys = country.leftSexes.map { UInt64($0) }
        let others = country.rightSexes.map { UInt64($0) }
        let twice = try ResemblanceLinkage(
            fields: [
                .init(name: "birth", left: .days(country.leftDays), right: .days(country.rightDays))
            ],
            blocks: [
                .init(fields: ["sex"], left: keys, right: others),
                .init(fields: ["sex"], left: keys, right: others),
            ],
            workers: Workers(cores: 1)
        ).run(threshold: 0.5, oneToOne: false)
        #expect(twice.candidates == one.candidates)
        let slow = zip(others, others.indices).reduce(0) { sum, other in
            sum + keys.count { $0 == other.0 }
        }
        #expect(one.candidates == slow)
    }

    @Test func `a record without a key has no candidates`() throws {
        let result = try ResemblanceLinkage(
            fields: [.init(name: "place", left: .codes([1, 1]), right: .codes([1, 1]))],
            blocks: [.init(fields: ["sex"], left: [0, 5], right: [0, 5])],
            workers: Workers(cores: 1)
        ).run(threshold: 0, oneToOne: false)
        #expect(result.candidates == 1)
        #expect(result.pairs.map(\.left) == [1])
        #expect(result.pairs.map(\.right) == [1])
    }
}
