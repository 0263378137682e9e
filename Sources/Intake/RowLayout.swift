import Columns
public import Definitions

/// Where the values of each column of a source are kept, worked out from its record.
///
/// Columns that the engine speaks of by a name of its own (`as:` in the record) have the same slot
/// in every source, so that the loops over rows need not look them up; the others come behind.
public struct RowLayout: Sendable {
    /// Where the values of a column are kept.
    public enum Place: Sendable, Equatable {
        /// Nowhere: the same in every row, or not read.
        case none
        /// Among the scrambled numbers.
        case number
        /// Among the codes.
        case small(Int)
        /// Among the days and municipalities.
        case wide(Int)
        /// Among the sets, numbers and marks.
        case long(Int)
    }

    /// Slots of codes that every source has, by the names of the store.
    static let fixedSmall = ["code", "referrer", "crisis", "perspective", "reason"]
    /// Slots of days that every source has, by the names of the store.
    static let fixedWide = ["start", "end", "handedOver", "takenOver", "birth", "municipality"]
    /// The slots of the referrer and of the reason of ending.
    static let referrerSlot = 1
    static let reasonSlot = 4
    /// The slot of the sex, behind those of the outcome.
    static let sexSlot = 8

    /// The columns of the store that every source of persons has.
    private static let ofPersons: [(name: String, place: Place)] = [
        ("code", .small(0)), ("referrer", .small(referrerSlot)), ("crisis", .small(2)),
        ("reason", .small(reasonSlot)), ("sex", .small(sexSlot)), ("start", .wide(0)),
        ("end", .wide(1)),
        ("handedOver", .wide(2)), ("takenOver", .wide(3)), ("birth", .wide(4)),
        ("municipality", .wide(5)),
    ]

    /// The names of the columns, in the order of the record; findings name a column by its place.
    public let names: [String]
    /// Where the values of each column are kept.
    public let places: [Place]
    /// How many columns of codes there are.
    public let smallSlots: Int
    /// How many columns of days and municipalities there are.
    public let wideSlots: Int
    /// How many columns of sets, numbers and marks there are.
    public let longSlots: Int
    /// The columns that are stored, by the names of the store, with their places.
    public let stored: [(name: String, place: Place)]
    /// What a row is about.
    public let shape: SourceDefinition.Shape
    /// The name of the column with the source holder.
    let holder: String
    /// The name of the column with the half-year.
    let period: String

    private let indices: [String: Int]

    /// Lays out the columns of a source.
    public init(_ source: SourceDefinition) {
        var small = RowLayout.sexSlot + 1
        var wide = RowLayout.fixedWide.count
        var long = 0
        var places: [Place] = []
        for column in source.columns {
            switch column.kind {
            case .holder, .period: places.append(.none)
            case .bsn: places.append(.number)
            case .code, .postcode:
                if let slot = RowLayout.fixedSmallSlot(column) {
                    places.append(.small(slot))
                } else {
                    places.append(.small(small))
                    small += 1
                }
            case .date, .birthDate, .municipality:
                if let slot = RowLayout.fixedWide.firstIndex(of: column.storedName ?? "") {
                    places.append(.wide(slot))
                } else {
                    places.append(.wide(wide))
                    wide += 1
                }
            case .codeSet, .identifier, .count, .decimal, .year, .text:
                places.append(.long(long))
                long += 1
            }
        }
        names = source.columns.map(\.name)
        self.places = places
        smallSlots = small
        wideSlots = wide
        longSlots = long
        shape = source.shape
        holder = source.columns.first { $0.kind == .holder }?.name ?? ""
        period = source.columns.first { $0.kind == .period }?.name ?? ""
        indices = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        var stored: [(name: String, place: Place)] = []
        for (column, place) in zip(source.columns, places) where column.isStored {
            if let name = column.storedName { stored.append((name, place)) }
        }
        if source.shape == .persons {
            // Sources of persons are opened by the same names, whether they have the column or not.
            let known = Dictionary(stored) { first, _ in first }
            let usual = RowLayout.ofPersons.map(\.name)
            stored =
                RowLayout.ofPersons.map { ($0.name, known[$0.name] ?? $0.place) }
                + stored.filter { !usual.contains($0.name) }
        }
        self.stored = stored
    }

    /// The layout of a file of which the source is not known.
    static let none = RowLayout()

    private init() {
        names = []
        places = []
        smallSlots = 0
        wideSlots = 0
        longSlots = 0
        stored = []
        shape = .figures
        holder = ""
        period = ""
        indices = [:]
    }

    private static func fixedSmallSlot(_ column: SourceDefinition.Column) -> Int? {
        guard let name = column.storedName else { return nil }
        return name == "sex" ? sexSlot : fixedSmall.firstIndex(of: name)
    }

    /// The place of a column among ``names``, or `nil` when the source has none of that name.
    public func index(of field: RowField) -> Int? { indices[field.rawValue] }

    /// Where the values of a column are kept.
    ///
    /// Sources of persons have the slots of a transfer whether they deliver it or not.
    public func place(of field: RowField) -> Place {
        if let index = index(of: field) { return places[index] }
        guard shape == .persons else { return .none }
        return switch field {
        case .handedOver: .wide(2)
        case .takenOver: .wide(3)
        default: .none
        }
    }

    /// The number by which findings name a column; 255 when the source has none of that name.
    func code(of field: RowField) -> UInt8 { index(of: field).map { UInt8($0) } ?? 255 }

    /// Rows without values, with a column for each slot.
    func noRows() -> ScannedRows {
        ScannedRows(smallSlots: smallSlots, wideSlots: wideSlots, longSlots: longSlots)
    }
}
