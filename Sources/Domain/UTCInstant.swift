/// *Tijdstip*: a second in Coordinated Universal Time, written `2026-11-25T13:00:00Z`.
public struct UTCInstant: Hashable, Comparable, Sendable {
    /// Seconds since 1 January 1970, 00:00 UTC.
    public let seconds: Int64

    /// Creates an instant from seconds since 1 January 1970.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The first second of a day.
    public init(startOf day: CalendarDay) {
        seconds = Int64(day.number) * UTCInstant.daySeconds
    }

    /// Reads `2026-11-25T13:00:00Z`, or gives `nil` when the text is anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let marks: [Int: UInt8] = [
            4: UInt8(ascii: "-"), 7: UInt8(ascii: "-"), 10: UInt8(ascii: "T"),
            13: UInt8(ascii: ":"), 16: UInt8(ascii: ":"), 19: UInt8(ascii: "Z"),
        ]
        guard bytes.count == 20 else { return nil }
        var numbers = [0]
        for (place, byte) in bytes.enumerated() {
            if let mark = marks[place] {
                guard byte == mark else { return nil }
                numbers.append(0)
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte) - 0x30
            }
        }
        guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]),
            numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
        else { return nil }
        seconds =
            Int64(day.number) * UTCInstant.daySeconds
            + Int64(numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
    }

    /// The day it falls on.
    public var day: CalendarDay {
        CalendarDay(number: Int32((Double(seconds) / Double(UTCInstant.daySeconds)).rounded(.down)))
    }

    /// So many hours later.
    public func advanced(hours: Int) -> UTCInstant {
        UTCInstant(seconds: seconds + Int64(hours) * 3600)
    }

    /// Earlier instants come first.
    public static func < (left: UTCInstant, right: UTCInstant) -> Bool {
        left.seconds < right.seconds
    }

    private static let daySeconds: Int64 = 86_400
}

extension UTCInstant: CustomStringConvertible {
    /// The instant as `2026-11-25T13:00:00Z`.
    public var description: String {
        let rest = Int(seconds - Int64(day.number) * UTCInstant.daySeconds)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
