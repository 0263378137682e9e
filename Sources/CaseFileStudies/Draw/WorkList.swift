public import Columns

/// *Werklijst*: the codes an organisation has to find files for, which only it can turn into files.
///
/// Beside each code stands the organisation's own sender pseudonym, which it alone can lead back to
/// a number. The store cannot make it: the organisation's delivery is read again, every sender
/// pseudonym in it is turned into that of the store, and those that were drawn are kept.
public struct WorkList: Sendable {
    /// A line.
    public struct Line: Sendable {
        /// The study code.
        public let code: String
        /// The sender pseudonym.
        public let sender: Pseudonym
        /// The place in the order of replacement; 0 when it is in the sample.
        public let reserve: Int
        /// Whether it is to be coded twice.
        public let isCodedTwice: Bool
    }

    /// The organisation.
    public let organisation: String
    /// The lines, by code.
    public let lines: [Line]
    /// Drawn files that the delivery does not hold.
    public let missing: Int

    /// Finds the drawn files of an organisation among its sender pseudonyms.
    ///
    /// - Throws: a `StoreError` or an error of the workers.
    public init(
        organisation: String,
        senders: [Pseudonym],
        draw: StudyDraw,
        links: [String: Pseudonym],
        maker: PseudonymMaker,
        workers: Workers
    ) throws {
        self.organisation = organisation
        let made = try maker.pseudonyms(of: senders, workers: workers)
        var senderOf: [Pseudonym: Pseudonym] = [:]
        for (sender, person) in zip(senders, made) { senderOf[person] = sender }
        guard let number = draw.organisations.firstIndex(where: { $0.name == organisation }) else {
            lines = []
            missing = 0
            return
        }
        let own = draw.files.filter { $0.organisation == number }
        lines = own.compactMap { file in
            guard let person = links[file.code], let sender = senderOf[person] else { return nil }
            return Line(
                code: file.code,
                sender: sender,
                reserve: file.reserve,
                isCodedTwice: file.isCodedTwice
            )
        }
        missing = own.count - lines.count
    }

    /// The list as CSV, for the organisation alone.
    public var csv: [UInt8] {
        var bytes = Array("file,sender,reserve,twice\n".utf8)
        for line in lines {
            bytes += Array("\(line.code),".utf8) + line.sender.senderText
            bytes += Array(",\(line.reserve),\(line.isCodedTwice ? "yes" : "no")\n".utf8)
        }
        return bytes
    }
}
