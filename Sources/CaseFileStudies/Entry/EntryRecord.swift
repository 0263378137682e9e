/// *Invoerregel*: one answer typed on one device; never changed, only followed by another.
///
/// A record knows the last record its device had seen of the same reading, so that it can be told
/// afterwards who knew of what: two answers to one item of which neither came after the other are
/// a conflict, and are shown as one.
public struct EntryRecord: Codable, Sendable, Equatable {
    /// A record's name: the device, and its place on it from 1.
    public struct Name: Codable, Sendable, Hashable, Comparable {
        /// The device, by a code of its own.
        public let device: String
        /// The place.
        public let sequence: Int

        /// Creates a name.
        public init(device: String, sequence: Int) {
            self.device = device
            self.sequence = sequence
        }

        /// By device, then place.
        public static func < (left: Name, right: Name) -> Bool {
            (left.device, left.sequence) < (right.device, right.sequence)
        }
    }

    /// What it is called; the same record read twice is one.
    public let name: Name
    /// The last records seen of the reading when it was typed, one a device.
    public let seen: [Name]
    /// The study code of the file.
    public let file: String
    /// The coder.
    public let coder: String
    /// The reading.
    public let round: Coding.Round
    /// The day, `JJJJ-MM-DD`.
    public let day: String
    /// The item.
    public let item: String
    /// The answer; `nil` when it was taken back.
    public let answer: Coding.Answer?
    /// The name of the post it came with, by which a post that comes again is known.
    public let entry: String?

    /// What stands in the place of an item when a reading was finished.
    public static let finished = "reading.finished"

    /// Creates a record.
    public init(
        name: Name,
        seen: [Name],
        file: String,
        coder: String,
        round: Coding.Round,
        day: String,
        item: String,
        answer: Coding.Answer?,
        entry: String? = nil
    ) {
        self.name = name
        self.seen = seen
        self.file = file
        self.coder = coder
        self.round = round
        self.day = day
        self.item = item
        self.answer = answer
        self.entry = entry
    }
}
