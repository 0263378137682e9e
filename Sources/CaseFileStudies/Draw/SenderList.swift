public import Columns

/// The sender pseudonyms in a delivery, for a work list.
public struct SenderList: Sendable {
    /// The organisation.
    public let holder: String
    /// The sender pseudonyms, as they stand.
    public let senders: [Pseudonym]

    /// Reads a delivery as `pseudonymise` wrote it.
    ///
    /// - Throws: ``StudyError/unreadable(path:)`` when it has no sender pseudonyms or no holder.
    public init(_ bytes: [UInt8], path: String) throws(StudyError) {
        let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        guard let header = lines.first else { throw .unreadable(path: path) }
        let separator = header.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
        func fields(_ line: ArraySlice<UInt8>) -> [String] {
            line.split(separator: separator, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let names = fields(header)
        guard let own = names.firstIndex(where: { $0.hasPrefix(HeaderLine.senderPrefix) }),
            let place = names.firstIndex(of: "aanbieder") ?? names.firstIndex(of: "instelling"),
            let first = lines.dropFirst().first.map(fields), first.count == names.count
        else { throw .unreadable(path: path) }
        holder = first[place]
        var senders: [Pseudonym] = []
        for line in lines.dropFirst() {
            let cells = fields(line)
            guard cells.count == names.count, cells[own].count == 32,
                let found = Digits.bytes(cells[own])
            else { continue }
            senders.append(Pseudonym(bytes: found))
        }
        self.senders = senders
    }
}
