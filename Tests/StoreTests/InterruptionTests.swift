import Columns
import Domain
import Foundation
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Interruptions")
struct InterruptionTests {
    /// Thrown by a test in the middle of something.
    private struct Interruption: Error {}

    private static func content(
        holder: String,
        values: @escaping @Sendable (Range<Int>) -> [UInt32]
    ) throws -> SegmentContent {
        SegmentContent(
            source: "jeugdhulp",
            period: try #require(ReportingPeriod("2019H1")),
            deliveries: [
                SegmentContent.Delivery(holder: holder, rows: 2, leftOut: 0, digest: [1, 2])
            ],
            pseudonyms: [Pseudonym(high: 1, low: 2), Pseudonym(high: 3, low: 4)],
            rowsPerPerson: [1, 1],
            rowCount: 2,
            columns: [
                SegmentContent.Column(name: "delivery") { range in range.map { _ in 0 } },
                SegmentContent.Column(name: "start") { range in range.map { UInt32($0) } },
                SegmentContent.Column(name: "end", values: values),
            ]
        )
    }

    @Test func `what cannot be committed whole leaves nothing behind`() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let good = try InterruptionTests.content(holder: "90000001") { $0.map { UInt32($0) } }
        _ = try store.commit([good], received: StoreFixture.today, workers: StoreFixture.workers)
        // The same vintage of the same ordinal twice in one segment breaks a rule of the file
        // after the first delivery of the second content has been written.
        let bad = SegmentContent(
            source: "jeugdhulp",
            period: good.period,
            deliveries: good.deliveries + good.deliveries,
            pseudonyms: good.pseudonyms,
            rowsPerPerson: good.rowsPerPerson,
            rowCount: 2,
            columns: good.columns + good.columns
        )
        #expect(throws: StoreError.self) {
            _ = try store.commit(
                [good, bad],
                received: StoreFixture.today,
                workers: StoreFixture.workers
            )
        }
        #expect(try store.deliveries().map(\.id) == [1])
        #expect(try store.segments().map(\.id) == [1])
        #expect(try store.verify(workers: StoreFixture.workers) { _, _ in }.chunks == 5)
        #expect(try fixture.mistakes().isEmpty)
    }

    @Test func `two at once: the second is told that the first is busy, and may go after it`()
        throws
    {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        do {
            let lock = try ReceiveLock(store: store.path)
            #expect(throws: StoreError.busy(path: store.path)) {
                try fixture.receive([StoreFixture.delivery()], into: store)
            }
            withExtendedLifetime(lock) {}
        }
        #expect(try store.deliveries().isEmpty)
        try fixture.receive([StoreFixture.delivery()], into: store)
        #expect(try store.deliveries().count == 1)
    }

    @Test func `killed in the middle of a commit, the store has its last complete state`()
        async throws
    {
        let fixture = try StoreFixture()
        let path = fixture.path
        let keyPath = fixture.keyPath
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, keyPath = keyPath as String] in
            let key = try StoreKey.load(path: keyPath, create: true)
            let store = try DeliveryStore(path: path, key: key, create: true)
            let good = try InterruptionTests.content(holder: "90000001") {
                $0.map { UInt32($0) }
            }
            let workers = Workers(cores: 1)
            let today = CalendarDay(number: 19_000)
            _ = try store.commit([good], received: today, workers: workers)
            let cut = try InterruptionTests.content(holder: "90000002") { range in
                kill(getpid(), SIGKILL)
                return range.map { UInt32($0) }
            }
            _ = try store.commit([cut], received: today, workers: workers)
        }
        let store = try fixture.open(create: false)
        #expect(try store.deliveries().map(\.holder) == ["90000001"])
        #expect(try fixture.mistakes().isEmpty)
        let next = try InterruptionTests.content(holder: "90000002") { $0.map { UInt32($0) } }
        _ = try store.commit([next], received: StoreFixture.today, workers: StoreFixture.workers)
        #expect(try store.deliveries().map(\.holder) == ["90000001", "90000002"])
    }

    @Test(arguments: [40, 90, 160, 250, 400, 650])
    func `killed at any moment, everything that had a receipt is there`(
        milliseconds: Int
    ) async throws {
        let fixture = try StoreFixture()
        var paths: [String] = []
        for holder in 1...9 {
            for period in ["2018H1", "2018H2", "2019H1"] {
                let delivery = try StoreFixture.delivery(holder: holder, period: period)
                paths.append(
                    try fixture.folder.write(
                        delivery.csv,
                        to: "in/\(holder)-\(period)/jeugdhulp/file.csv"
                    )
                )
            }
        }
        let list = try fixture.folder.write(paths.joined(separator: "\n"), to: "list")
        let base = fixture.folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [base = base as String, list = list as String, milliseconds = milliseconds as Int] in
            try ReceivingProcess.run(in: base, list: list, killedAfter: milliseconds)
        }
        let receipts =
            FileManager.default.contents(atPath: fixture.folder.path("receipts"))
            .map { String(decoding: $0, as: UTF8.self).split(separator: "\n").count } ?? 0
        guard FileManager.default.fileExists(atPath: fixture.path) else {
            #expect(receipts == 0)
            return
        }
        let store = try fixture.open()
        let deliveries = try store.deliveries()
        #expect(deliveries.count >= receipts)
        #expect(try fixture.mistakes().isEmpty)
        #expect(deliveries.allSatisfy { $0.rows == 12 })
        // Nobody holds the lock of a process that is gone: the rest can be delivered.
        let stage = ReceiveStage(
            definitions: try TestDefinitions.fewMunicipalities(),
            store: store,
            today: StoreFixture.today,
            workers: StoreFixture.workers
        )
        var outcomes = 0
        try stage.run(paths, named: nil, progress: { _, _ in }) { receipt in
            if receipt.rows == 12 { outcomes += 1 }
        }
        #expect(outcomes == paths.count)
        #expect(try store.deliveries().count == paths.count)
        #expect(try fixture.mistakes().isEmpty)
    }
}
