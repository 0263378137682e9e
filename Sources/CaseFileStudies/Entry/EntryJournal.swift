public import Crypto
import Foundation

/// *Invoerjournaal*: what was typed on a device, sealed line by line; each is on the disk before the
/// next is typed.
///
/// A line is the sealed record (AES-256-GCM, bound to its place) in base64. A process that is killed
/// while writing leaves a last line without its end, which was never said to be kept: it is cut off
/// when the journal is opened again. Any other line that does not open is damage and stops the
/// reading.
public final class EntryJournal {
    /// What keeps a journal from being used.
    public enum Failure: Error, Equatable, Sendable {
        /// The file cannot be opened or written.
        case unwritable(path: String)
        /// A line does not open: it was changed, or the key is another.
        case damaged(path: String, line: Int)
    }

    /// The path.
    public let path: String
    /// The device.
    public let device: String
    /// Bytes of a torn last line that were cut off on opening.
    public let cutOff: Int
    /// The records, in the order in which they were typed.
    public private(set) var records: [EntryRecord]

    private let key: SymmetricKey
    private let handle: FileHandle

    /// Opens a journal, or makes one.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - device: the code of this device.
    ///   - key: 256 bits.
    /// - Throws: ``Failure``.
    public init(path: String, device: String, key: SymmetricKey) throws {
        self.path = path
        self.device = device
        self.key = key
        if !FileManager.default.fileExists(atPath: path) {
            let isMade = FileManager.default.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw Failure.unwritable(path: path) }
        }
        guard let handle = FileHandle(forUpdatingAtPath: path) else {
            throw Failure.unwritable(path: path)
        }
        let data = try handle.readToEnd() ?? Data()
        self.handle = handle
        let whole = data.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        cutOff = data.count - whole
        var records: [EntryRecord] = []
        for (place, line) in data[..<whole].split(separator: 0x0A).enumerated() {
            guard let record = EntryJournal.open(line, place: place + 1, device, key) else {
                throw Failure.damaged(path: path, line: place + 1)
            }
            records.append(record)
        }
        self.records = records
        if cutOff > 0 { try handle.truncate(atOffset: UInt64(whole)) }
        try handle.seekToEnd()
    }

    /// Types an answer; on return it is on the disk.
    ///
    /// - Parameters:
    ///   - answer: the answer; `nil` to take one back.
    ///   - item: the item.
    ///   - reading: the file, the coder and the round.
    ///   - day: the day.
    ///   - others: what is known of the same reading from other devices.
    /// - Returns: the record.
    /// - Throws: ``Failure/unwritable(path:)``.
    @discardableResult
    public func type(
        _ answer: Coding.Answer?,
        to item: String,
        of reading: (file: String, coder: String, round: Coding.Round),
        day: String,
        knowing others: [EntryRecord] = []
    ) throws -> EntryRecord {
        var last: [String: Int] = [:]
        for record in others where record.name.device != device && record.file == reading.file {
            last[record.name.device] = max(last[record.name.device] ?? 0, record.name.sequence)
        }
        let record = EntryRecord(
            name: EntryRecord.Name(device: device, sequence: records.count + 1),
            seen: last.sorted { $0.key < $1.key }.map {
                EntryRecord.Name(device: $0.key, sequence: $0.value)
            },
            file: reading.file,
            coder: reading.coder,
            round: reading.round,
            day: day,
            item: item,
            answer: answer
        )
        do {
            let sealed =
                try AES.GCM.seal(
                    StudyJSON.bytes(record),
                    using: key,
                    authenticating: EntryJournal.binding(record.name.sequence, device)
                ).combined ?? Data()
            try handle.write(contentsOf: sealed.base64EncodedData() + [0x0A])
            try handle.synchronize()
        } catch {
            throw Failure.unwritable(path: path)
        }
        records.append(record)
        return record
    }

    private static func open(
        _ line: Data,
        place: Int,
        _ device: String,
        _ key: SymmetricKey
    ) -> EntryRecord? {
        guard let sealed = Data(base64Encoded: line),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(box, using: key, authenticating: binding(place, device))
        else { return nil }
        return try? StudyJSON.value(EntryRecord.self, of: Array(opened))
    }

    private static func binding(_ place: Int, _ device: String) -> [UInt8] {
        Array("ijkpunt/1 entry \(device) \(place)".utf8)
    }
}
