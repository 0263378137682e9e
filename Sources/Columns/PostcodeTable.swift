public import Domain

/// *Postcodetabel*: the municipality of each postcode, by half-year.
///
/// Looked up while a row is read, because the postcode itself is forgotten behind it. Postcodes lie
/// by their four digits, so that a look-up is a short search among the letters of one number.
public struct PostcodeTable: Sendable {
    /// One line: a postcode lay in a municipality from a half-year up to and including another.
    public struct Line: Sendable {
        let number: UInt16
        let letters: UInt16
        let municipality: UInt16
        let from: Int32
        let until: Int32

        /// Creates a line, or gives `nil` when the postcode is not written as `1234AB`, the
        /// municipality is no number below 10 000, or it ends before it begins.
        public init?(
            postcode: some StringProtocol,
            municipality: Int,
            from: ReportingPeriod?,
            until: ReportingPeriod?
        ) {
            let bytes = Array(postcode.utf8)
            guard bytes.count == 6, (1..<10_000).contains(municipality),
                bytes[0] != 0x30, bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }),
                bytes[4...].allSatisfy({ (0x41...0x5A).contains($0) })
            else { return nil }
            number = bytes[..<4].reduce(0) { $0 * 10 + UInt16($1 - 0x30) }
            letters = UInt16(bytes[4]) << 8 | UInt16(bytes[5])
            self.municipality = UInt16(municipality)
            self.from = from.map { Int32($0.ordinal) } ?? .min
            self.until = until.map { Int32($0.ordinal) } ?? .max
            guard self.from <= self.until else { return nil }
        }
    }

    /// Where the lines of each number from 1000 on begin; 9 001 places.
    private let starts: [UInt32]
    private let lines: [Line]

    /// Puts lines together, in any order.
    ///
    /// - Returns: the table, or the place of a line that gives a postcode a second municipality in
    ///   the same half-year.
    public static func make(_ lines: [Line]) -> Result<PostcodeTable, Overlap> {
        let order = lines.indices.sorted {
            let (left, right) = (lines[$0], lines[$1])
            return (left.number, left.letters, left.from, $0)
                < (right.number, right.letters, right.from, $1)
        }
        for (here, next) in zip(order, order.dropFirst())
        where lines[here].number == lines[next].number
            && lines[here].letters == lines[next].letters
            && lines[next].from <= lines[here].until
        {
            return .failure(Overlap(line: max(here, next)))
        }
        return .success(PostcodeTable(sorted: order.map { lines[$0] }))
    }

    /// A line that says of a postcode what another line says differently.
    public struct Overlap: Error, Equatable, Sendable {
        /// The place of the line, from 0 on.
        public let line: Int

        /// Creates it for a line.
        public init(line: Int) { self.line = line }
    }

    private init(sorted lines: [Line]) {
        self.lines = lines
        var starts = [UInt32](repeating: 0, count: 9_001)
        for line in lines { starts[Int(line.number) - 999] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        self.starts = starts
    }

    /// The number of the municipality in which a postcode lay in a half-year; 0 when unknown.
    ///
    /// - Complexity: O(log *n*) in the postcodes with the same four digits.
    func municipality(number: Int, letters: UInt16, ordinal: Int32) -> UInt16 {
        guard (1000...9999).contains(number) else { return 0 }
        var low = Int(starts[number - 1000])
        let end = Int(starts[number - 999])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].letters < letters { low = middle + 1 } else { high = middle }
        }
        while low < end, lines[low].letters == letters {
            if lines[low].from <= ordinal, ordinal <= lines[low].until {
                return lines[low].municipality
            }
            low += 1
        }
        return 0
    }
}

/// How a scanner finds the municipality of a postcode, and into which wide slot it goes.
public struct PostcodePlacing: Sendable {
    let table: PostcodeTable
    let ordinal: Int32
    let slot: Int

    /// Creates it for a half-year.
    public init(table: PostcodeTable, period: ReportingPeriod, slot: Int) {
        self.table = table
        ordinal = Int32(period.ordinal)
        self.slot = slot
    }
}
