import Definitions
import Domain
import Testing

struct ShippedDefinitionsTests {
    let set: DefinitionSet

    init() throws {
        set = try ShippedDefinitions.load()
    }

    @Test func `the shipped definitions hold what the first monitor needs`() {
        #expect(
            set.sources.keys.sorted() == [
                "csg-counts", "csg-records", "jeugdbescherming", "jeugdhulp", "jeugdreclassering",
                "population", "prevalence", "veiligthuis",
            ]
        )
        #expect(
            set.indicators.keys.sorted()
                == [
                    "BJ-01", "BJ-02", "BJ-03", "BJ-04", "BJ-05", "BJ-06", "BJ-07", "BJ-08", "BJ-09",
                    "CSG-01", "CSG-02", "CSG-03", "JB-01", "JB-02", "JB-03", "JB-04", "JB-05",
                    "RE-01", "RE-02", "RE-03", "VT-01", "VT-02", "VT-03", "VT-04", "VT-05",
                    "VT-06", "VT-07", "VT-08", "VT-09",
                ]
        )
        #expect(
            set.indicatorSets.map(\.id)
                == ["youth-assistance", "protection", "veilig-thuis", "csg", "known-children"]
        )
    }

    @Test(arguments: ["jeugdhulp", "jeugdbescherming"])
    func `nothing is stored that no indicator uses`(_ id: String) throws {
        let source = try #require(set.sources[id])
        let notStored = source.columns.filter { !$0.isStored }.map(\.name)
        #expect(
            notStored
                == (id == "jeugdhulp"
                    ? ["postcode", "perspectief"] : ["postcode"])
        )
    }

    @Test func `the obligatory columns are those of the protocol`() throws {
        let help = try #require(set.sources["jeugdhulp"])
        #expect(
            help.columns.filter(\.isObligatory).map(\.name)
                == [
                    "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "verwijzer",
                    "hulpvorm", "datum_aanvang",
                ]
        )
        let protection = try #require(set.sources["jeugdbescherming"])
        #expect(
            protection.columns.filter(\.isObligatory).map(\.name)
                == [
                    "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "maatregel",
                    "datum_aanvang",
                ]
        )
        for source in [help, protection] {
            #expect(
                source.columns.filter { $0.oneOf == "place" }.map(\.name)
                    == ["postcode", "gemeente"]
            )
        }
    }

    @Test(arguments: [
        ("000000000", "2015H2", SourceDefinition.SpecialNumber.Meaning.unknown),
        ("999999999", "2015H1", .unborn), ("999999999", "2016H1", .unknown),
        ("000000000", "2024H2", .unborn), ("999990019", "2019H1", nil),
    ])
    func `the special numbers changed meaning in 2016`(
        _ number: String,
        _ period: String,
        _ meaning: SourceDefinition.SpecialNumber.Meaning?
    ) throws {
        let half = try #require(ReportingPeriod(period))
        for source in set.sources.values where source.columns.contains(where: { $0.kind == .bsn }) {
            #expect(source.meaning(of: number, in: half) == meaning)
        }
    }

    @Test func `codes are valid in their years`() throws {
        let referrer = try #require(set.codeLists["verwijzer"])
        #expect(referrer.codes(in: 2015) == ["01", "02", "03", "04", "05", "06", "07"])
        #expect(referrer.codes(in: 2016).last == "08")
        let perspective = try #require(set.codeLists["perspectief"])
        #expect(perspective.codes(in: 2017) == ["01", "02", "03", "04"])
        #expect(perspective.codes(in: 2018) == ["02", "03", "04"])
        let source = try #require(set.sources["jeugdbescherming"])
        let reason = try #require(source.column("reden_beeindiging"))
        let list = try #require(reason.codeList.flatMap { set.codeLists[$0] })
        #expect(!reason.codes(of: list, in: 2015).contains("07"))
        #expect(reason.codes(of: list, in: 2016).contains("07"))
        #expect(!reason.codes(of: list, in: 2016).contains("21"))
    }

    @Test func `columns are known in their periods`() throws {
        let source = try #require(set.sources["jeugdhulp"])
        let names = { (period: String) in
            ReportingPeriod(period).map { source.columns(in: $0).map(\.name) } ?? []
        }
        #expect(!names("2017H2").contains("gestart_met_crisis"))
        #expect(names("2018H1").contains("gestart_met_crisis"))
        #expect(names("2020H2").contains("perspectief"))
        #expect(!names("2021H1").contains("perspectief"))
    }

    @Test func `the codes of a breakdown follow the source`() {
        #expect(
            set.codes(of: .type, in: "jeugdbescherming").map(\.code)
                == ["11", "12", "21", "22", "23"]
        )
        #expect(set.codes(of: .form, in: "jeugdhulp").count == 8)
        #expect(
            set.codes(of: .age, in: "jeugdhulp").map(\.code)
                == ["0-3", "4-11", "12-17", "18-22", "23+"]
        )
        #expect(set.codes(of: .durationClass, in: "jeugdhulp").last?.code == "4y+")
    }

    @Test func `codes that could not be read are marked uncertain`() {
        let uncertain = set.codeLists.values.filter { $0.entries.allSatisfy(\.isUncertain) }
        #expect(
            uncertain.map(\.id).sorted()
                == [
                    "csg_aard", "csg_duur", "csg_leeftijd", "csg_relatie", "gestart_met_crisis",
                    "informant", "ja_nee", "prevalentie_methode", "tevredenheid", "vt_besluit",
                    "vt_betrokkenheid", "vt_rol", "vt_soort", "vt_taxatie", "zonder_hulp_verder",
                ]
        )
    }

    @Test func `the profile cbs says on its face that it is not for release`() throws {
        let profile = try #require(set.profiles["cbs"])
        #expect(profile.threshold == 10)
        #expect(profile.roundingBase == 5)
        #expect(profile.isLeaky)
        #expect(profile.notice.nl.hasPrefix("Alleen primaire beveiliging, niet voor vrijgave"))
        #expect(profile.notice.en.hasPrefix("Primary protection only, not for release"))
    }

    @Test func `the default profile is a cube that leaks nothing and leaves nothing out`() throws {
        let profile = try #require(set.profiles["ijkpunt"])
        #expect(profile.method == .cube)
        // A threshold would tell a zero from a 1.
        #expect(profile.threshold == 1)
        #expect(profile.roundingBase == 5)
        #expect(!profile.isLeaky)
        #expect(profile.rules[.extremes]?.decision == .refused)
        #expect(profile.rules[.means]?.decision == .refused)
        #expect(profile.rules[.rates]?.decision == .fromProtected)
    }

    @Test func `profiles of others say what is not sure about them`() throws {
        #expect(set.profiles.keys.sorted() == ["acro", "cbs", "dfe", "ijkpunt", "opensafely"])
        for id in ["acro", "dfe", "opensafely"] {
            let profile = try #require(set.profiles[id])
            #expect(
                profile.uncertainties.first?.en.hasPrefix("The numbers are from memory") == true
            )
        }
        // A profile for single numbers is always leaky, and one for whole tables never.
        for profile in set.profiles.values {
            #expect(profile.isLeaky == (profile.method == .independent), "\(profile.id)")
        }
    }

    @Test func `every set has its row for sexual violence`() {
        for set in set.indicatorSets {
            guard case .notObservable(let reason) = set.sexualViolence else {
                #expect(["veilig-thuis", "csg", "known-children"].contains(set.id))
                continue
            }
            #expect(reason.en.hasPrefix("Not observable in this source:"))
            #expect(reason.nl.hasPrefix("Niet waarneembaar in deze bron:"))
        }
    }

    @Test func `every rule speaks in whole sentences and says where`() {
        #expect(set.ruleTexts.count > 190)
        for text in set.ruleTexts.values {
            #expect(text.message.nl.hasPrefix("Levering {file}"), "\(text.code)")
            #expect(text.message.en.hasPrefix("Delivery {file}"), "\(text.code)")
            for sentence in [
                text.message.nl, text.message.en, text.remedy.nl, text.remedy.en,
            ] {
                #expect(sentence.hasSuffix("."), "\(text.code)")
            }
        }
    }

    @Test func `the wording of the age rules follows the limits`() throws {
        let limits = try #require(set.sources["jeugdhulp"]).limits
        let maximum = String(try #require(limits["maximum-age"]))
        let query = String(try #require(limits["query-age"]))
        #expect(try #require(set.ruleTexts["INT-109"]).message.en.contains(maximum))
        #expect(try #require(set.ruleTexts["INT-156"]).message.en.contains(query))
    }

    @Test func `the numbers in worked examples pass the check on eleven`() {
        for indicator in set.indicators.values {
            for delivery in indicator.examples.flatMap(\.deliveries) {
                let lines = delivery.split(separator: "\n")
                let names = lines[0].split(separator: ";")
                guard let place = names.firstIndex(of: "bsn") else { continue }
                for row in lines.dropFirst() {
                    let fields = row.split(separator: ";", omittingEmptySubsequences: false)
                    let digits = fields[place].utf8.map { Int($0) - 0x30 }
                    // Nobody's number: unknown, or none at all.
                    if Set(digits).count <= 1 { continue }
                    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
                    let sum = zip(weights, digits).map(*).reduce(0, +)
                    #expect(digits.count == 9 && sum % 11 == 0)
                    #expect(digits.prefix(5).allSatisfy { $0 == 9 })
                }
            }
        }
    }
}
