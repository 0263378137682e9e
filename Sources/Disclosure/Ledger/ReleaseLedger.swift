import Crypto

/// *Grootboek van vrijgaven*: every cell ever released, only ever added to.
///
/// One release is a block of lines: a `release` line with definition, period, vintage and time, a
/// `cell` line for each cell, and a `seal` line with the SHA-256 of the seal before it and the
/// block. A line that was changed, taken out or put in breaks every seal after it.
public struct ReleaseLedger: Sendable {
    /// One release.
    public struct Release: Sendable, Equatable {
        /// The hash of what the figures mean: dimensions and how they add up.
        public let definition: String
        /// The period, as the caller says it.
        public let period: String
        /// The vintage of this definition and period, from 1.
        public let vintage: Int
        /// When it was released, as the caller says it.
        public let time: String
        /// The cells as a table in the documented form: header and rows.
        let table: [UInt8]
    }

    /// The releases in order.
    public private(set) var releases: [Release] = []
    /// The ledger as text.
    public private(set) var bytes: [UInt8] = []
    private var seal = ""

    /// Creates an empty ledger.
    public init() {}

    /// Reads a ledger and checks every seal.
    ///
    /// - Throws: ``LedgerError`` with the line from which the ledger is not as it was written.
    public init(_ bytes: [UInt8], path: String) throws(LedgerError) {
        var start = 0
        var line = 1
        while start < bytes.count {
            var end = start
            var lines: [ArraySlice<UInt8>] = []
            var isSealed = false
            while end < bytes.count, !isSealed {
                let stop = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
                lines.append(bytes[end..<stop])
                isSealed = bytes[end..<stop].starts(with: Array("seal,".utf8))
                end = min(stop + 1, bytes.count)
            }
            guard isSealed, let last = lines.popLast(), let head = lines.first,
                let release = Release(head: head, cells: lines.dropFirst())
            else { throw .damaged(path: path, line: line) }
            let block = Array(bytes[start..<last.startIndex])
            let expected = ReleaseLedger.seal(after: seal, block)
            guard last.elementsEqual(Array("seal,\(expected)".utf8)) else {
                throw .damaged(path: path, line: line)
            }
            seal = expected
            releases.append(release)
            line += lines.count + 1
            start = end
        }
        self.bytes = bytes
    }

    /// The releases of one definition and period, oldest first.
    public func releases(of definition: String, period: String) -> [Release] {
        releases.filter { $0.definition == definition && $0.period == period }
    }

    /// Adds a release at the end.
    ///
    /// - Parameters:
    ///   - tables: the tables released.
    ///   - knowledge: what is printed of each cell.
    ///   - definition: the hash of what the figures mean.
    ///   - period: the period; a comma or line end in it is refused.
    ///   - time: when.
    /// - Throws: ``LedgerError/unwritable(field:)``.
    public mutating func append(
        _ tables: LinkedTables,
        _ knowledge: [CellKnowledge],
        definition: String,
        period: String,
        time: String
    ) throws(LedgerError) {
        for (name, text) in [("period", period), ("time", time), ("definition", definition)]
        where text.isEmpty || text.utf8.contains(where: { $0 == 0x2C || $0 < 0x20 }) {
            throw .unwritable(field: name)
        }
        let vintage = releases(of: definition, period: period).count + 1
        let table = TableWriter(tables).whole(knowledge)
        var block = Array("release,\(definition),\(period),\(vintage),\(time)\n".utf8)
        for row in table.split(separator: 0x0A) {
            block.append(contentsOf: Array("cell,".utf8))
            block.append(contentsOf: row)
            block.append(0x0A)
        }
        seal = ReleaseLedger.seal(after: seal, block)
        bytes.append(contentsOf: block)
        bytes.append(contentsOf: Array("seal,\(seal)\n".utf8))
        releases.append(
            Release(
                definition: definition,
                period: period,
                vintage: vintage,
                time: time,
                table: table
            )
        )
    }

    private static func seal(after earlier: String, _ block: [UInt8]) -> String {
        hexadecimal(Array(SHA256.hash(data: Array(earlier.utf8) + block)))
    }
}

extension ReleaseLedger.Release {
    fileprivate init?(head: ArraySlice<UInt8>, cells: ArraySlice<ArraySlice<UInt8>>) {
        let fields = String(decoding: head, as: UTF8.self)
            .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, fields[0] == "release", let vintage = Int(fields[3]) else {
            return nil
        }
        var table: [UInt8] = []
        for cell in cells {
            guard cell.starts(with: Array("cell,".utf8)) else { return nil }
            table.append(contentsOf: cell.dropFirst(5))
            table.append(0x0A)
        }
        definition = fields[1]
        period = fields[2]
        self.vintage = vintage
        time = fields[4]
        self.table = table
    }
}
