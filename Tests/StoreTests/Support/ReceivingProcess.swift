import Columns
import Domain
import Foundation
import Pipeline
import Store
import TestSupport

/// A process that takes deliveries in until it is killed.
enum ReceivingProcess {
    /// Receives the files of a list and notes each receipt; kills itself after some time.
    static func run(in base: String, list: String, killedAfter milliseconds: Int) throws {
        let definitions = try TestDefinitions.fewMunicipalities()
        let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
            .map(String.init)
        let key = try StoreKey.load(path: base + "/key", create: true)
        let store = try DeliveryStore(path: base + "/store.sqlite", key: key, create: true)
        let stage = ReceiveStage(
            definitions: definitions,
            store: store,
            today: CalendarDay(number: 19_700),
            workers: Workers(cores: 1)
        )
        _ = FileManager.default.createFile(atPath: base + "/receipts", contents: nil)
        let receipts = FileHandle(forWritingAtPath: base + "/receipts")
        let killer = Thread {
            Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
            kill(getpid(), SIGKILL)
        }
        killer.start()
        try stage.run(paths, named: nil, progress: { _, _ in }) { receipt in
            try receipts?.write(contentsOf: Data((receipt.path + "\n").utf8))
        }
        // Faster than the clock: the state is then the last one.
        kill(getpid(), SIGKILL)
    }
}
