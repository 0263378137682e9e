import Columns

/// The columns of the deliveries in these tests, once for the scanner and once for its twin.
struct ScannerLayout {
    private static let codes: Set<String> = ["01", "02", "14", "1", "10", "J", "V"]
    private static let aliases = ["31": "01", "38": "14"]
    private static let municipalities: Set<Int> = [9, 363, 1952]

    // Large tables, made once: every scanner of these tests reads with the same.
    private static let table = CodeTable(codes: codes.sorted(), aliases: aliases)
    private static let known = (0..<10_000).map(municipalities.contains)

    enum Column {
        case skipped, number
        case constant(String)
        case date(slot: Int), birthDate(slot: Int, flag: UInt8)
        case code(slot: Int, flag: UInt8), postcode(slot: Int), municipality(slot: Int)
    }

    var separator = UInt8(ascii: ";")
    let smallSlots = 3
    let wideSlots = 3
    let columns: [Column] = [
        .date(slot: 0), .number, .code(slot: 0, flag: 1), .constant("2019H1"),
        .birthDate(slot: 1, flag: 2), .municipality(slot: 2), .skipped, .postcode(slot: 1),
        .code(slot: 2, flag: 4),
    ]
    let codes = ScannerLayout.codes
    let aliases = ScannerLayout.aliases
    let municipalities = ScannerLayout.municipalities
    let specialNumbers: [Int: UInt32] = [
        0: NumberState.unborn, 999_999_999: NumberState.unknown,
    ]

    func scanner(_ scrambler: NumberScrambler, longestRecord: Int = 1 << 20) -> DelimitedScanner {
        let (table, known) = (ScannerLayout.table, ScannerLayout.known)
        return DelimitedScanner(
            separator: separator,
            readings: columns.map { column in
                switch column {
                case .skipped: .skipped
                case .number: .number
                case .constant(let text):
                    .constant(expected: Array(text.utf8), mistake: .periodDiffers)
                case .date(let slot): .date(slot: slot)
                case .birthDate(let slot, let flag):
                    .birthDate(slot: slot, approximateFlag: flag)
                case .code(let slot, let flag): .code(slot: slot, table: table, aliasFlag: flag)
                case .postcode(let slot): .postcode(slot: slot)
                case .municipality(let slot): .municipality(slot: slot, known: known)
                }
            },
            smallSlots: smallSlots,
            wideSlots: wideSlots,
            specialNumbers: specialNumbers.sorted { $0.key < $1.key }.map {
                (UInt32($0.key), $0.value)
            },
            scrambler: scrambler,
            longestRecord: longestRecord
        )
    }
}

extension ScannedRows {
    /// The rows as the twin gives them.
    func plain(_ scrambler: NumberScrambler) -> [SlowScanner.Row] {
        (0..<count).map { row in
            let number = numbers[row]
            let isNumber = NumberState.isNumber(number)
            return SlowScanner.Row(
                number: isNumber ? Int(scrambler.unscramble(number)) : nil,
                state: isNumber ? nil : number,
                flags: flags[row],
                small: small.map { $0[row] },
                wide: wide.map { $0[row] }
            )
        }
    }

    /// Whether two scans gave exactly the same.
    func isSame(as other: ScannedRows) -> Bool {
        numbers == other.numbers && hashes == other.hashes && flags == other.flags
            && small == other.small && wide == other.wide
            && mistake?.row == other.mistake?.row && mistake?.kind == other.mistake?.kind
    }
}
