import Crypto
import Foundation
import Keys
import ReleaseRoom
import Testing

@Suite("What never reaches a checker")
struct MechanicalCheckTests {
    private let table = "regio,value,status,base,mode\nA,10,rounded,5,adjacent\nB,,suppressed,,\n"

    private func evidence(
        _ text: String,
        profile: String = "ijkpunt",
        method: String = "cube",
        leaky: Bool = false,
        findings: Int = 0,
        undecided: Int = 0
    ) -> [UInt8] {
        let hash = Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
        let found = (0..<findings).map { _ in "{\"kind\":\"small\"}" }.joined(separator: ",")
        return Array(
            """
            {"profile":{"id":"\(profile)","method":"\(method)","leaky":\(leaky),"roundingBase":5},
             "outputs":[{"path":"uit/tabel.csv","sha256":"\(hash)"}],
             "attack":{"undecided":\(undecided),"findings":[\(found)]}}
            """.utf8
        )
    }

    private func mistakes(_ text: String, _ evidence: [UInt8]?) -> [MechanicalMistake] {
        MechanicalCheck.mistakes(in: [("tabel.csv", Array(text.utf8))], evidence: evidence)
    }

    @Test func `a protected table with its evidence passes`() throws {
        #expect(mistakes(table, evidence(table)) == [])
        let dossier = try Dossier.of(
            [("tabel.csv", Array(table.utf8))],
            evidence: evidence(table),
            context: RoomFixture.context
        )
        #expect(dossier.items.map(\.cells) == [2])
        #expect(dossier.files["tabel.csv"] == table)
    }

    @Test func `a number that is not rounded, or not protected, is named by its row`() {
        let unrounded = table.replacing("10,", with: "12,")
        #expect(
            mistakes(unrounded, evidence(unrounded))
                == [.unrounded(file: "tabel.csv", row: 2, base: 5)]
        )
        let exact = table.replacing("10,rounded,5,adjacent", with: "12,published,,")
        #expect(
            mistakes(exact, evidence(exact)) == [.unprotected(file: "tabel.csv", row: 2)]
        )
        #expect(mistakes(exact, evidence(exact, method: "suppression")) == [])
        let open = table.replacing("B,,suppressed", with: "B,3,suppressed")
        #expect(mistakes(open, evidence(open)) == [.unprotected(file: "tabel.csv", row: 3)])
        let bare = table.replacing("rounded", with: "")
        #expect(mistakes(bare, evidence(bare)) == [.unprotected(file: "tabel.csv", row: 2)])
    }

    @Test func `what is no table is of the wrong type`() {
        let picture = [UInt8]([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
        #expect(
            MechanicalCheck.mistakes(in: [("kaart.png", picture)], evidence: nil)
                == [.wrongType(file: "kaart.png")]
        )
        let records = "bsn,geboortedatum\n1,2\n"
        #expect(mistakes(records, evidence(records)) == [.wrongType(file: "tabel.csv")])
        let ragged = table + "C\n"
        #expect(mistakes(ragged, evidence(ragged)) == [.wrongType(file: "tabel.csv")])
    }

    @Test func `evidence has to be there, of this file, and of an attack that found nothing`() {
        #expect(mistakes(table, nil) == [.noEvidence(file: "tabel.csv")])
        #expect(mistakes(table, Array("{}".utf8)) == [.noEvidence(file: "tabel.csv")])
        #expect(mistakes(table, evidence(table + "\n")) == [.changed(file: "tabel.csv")])
        #expect(
            mistakes(table, evidence(table, profile: "cbs", leaky: true))
                == [.leaky(file: "tabel.csv", profile: "cbs")]
        )
        #expect(
            mistakes(table, evidence(table, findings: 2, undecided: 1))
                == [.attacked(file: "tabel.csv", findings: 2, undecided: 1)]
        )
    }

    @Test func `every part of the form has to be answered`() {
        #expect(
            ReleaseContext.read(
                """
                purpose: Jaarbericht van de regio
                population: Jeugdigen met hulp in 2019H1
                unweighted-n: 412
                why-safe: |
                  Alle cellen zijn door de kubus afgerond.
                """
            ) == .success(RoomFixture.context)
        )
        #expect(
            missing("purpose: \" \"\nunweighted-n: 0\nwhy-safe: Afgerond.\n")
                == [.purpose, .population, .unweightedN]
        )
        #expect(missing("[") == ReleaseContext.Part.allCases)
    }

    private func missing(_ form: String) -> [ReleaseContext.Part] {
        switch ReleaseContext.read(form) {
        case .success: []
        case .failure(let missing): missing.parts
        }
    }
}
