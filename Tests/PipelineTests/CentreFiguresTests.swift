import Columns
import Definitions
import Domain
import Foundation
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Figures of the centres are protected")
struct CentreFiguresTests {
    @Test func `no count of a centre under the threshold is shown, and none to the unit`() throws {
        let folder = try TestFolder()
        let definitions = try TestDefinitions.load()
        let profile = try #require(definitions.profiles["cbs"])
        let store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
        let path = try folder.write(
            """
            centrum;verslagperiode;leeftijd;acuut;aard;kring;duur;aantal
            Groningen;2019H1;0-11;J;V;J;S;3
            Groningen;2019H1;12-17;J;V;N;E;12
            Groningen;2019H1;12-17;N;O;N;E;7
            Twente;2019H1;12-17;J;A;N;E;21
            """ + "\n",
            to: "csg-counts/centre.csv"
        )
        let day = try #require(CalendarDay(year: 2024, month: 1, day: 2))
        for file in try ["Groningen", "Twente"].map({ name in
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            let own = lines.filter { $0.hasPrefix(name) || $0.hasPrefix("centrum") }
            return try folder.write(
                own.joined(separator: "\n") + "\n",
                to: "\(name)/csg-counts/centre.csv"
            )
        }) {
            try ReceiveStage(
                definitions: definitions,
                store: store,
                today: day,
                workers: Workers(cores: 1)
            ).run([file], named: nil, progress: { _, _ in }) { receipt in
                #expect("\(receipt.outcome)".hasPrefix("accepted"))
            }
        }
        var request = ComputeStage.Request()
        request.ids = ["CSG-01", "CSG-02"]
        let outcome = try ComputeStage(
            definitions: definitions,
            store: store,
            profile: profile,
            workers: Workers(cores: 1)
        ).run(request, to: folder.path("out"), progress: { _ in })
        #expect(outcome.files.map(\.indicator) == ["CSG-01", "CSG-02"])
        let threshold = profile.threshold
        let base = profile.roundingBase
        var withheld = 0
        for file in outcome.files {
            let lines = try String(contentsOfFile: file.path, encoding: .utf8)
                .split(separator: "\n").dropFirst()
            #expect(!lines.isEmpty)
            for line in lines {
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                guard let number = Int(fields[fields.count - 2]) else {
                    #expect(fields.last == "suppressed")
                    withheld += 1
                    continue
                }
                #expect(number >= threshold)
                #expect(number.isMultiple(of: base))
            }
        }
        #expect(withheld > 10)
    }
}
