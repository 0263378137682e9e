public import Domain

/// *Dimensie*: a column of codes by which an open table is broken down.
public struct OpenDimension: Sendable, Equatable {
    /// What kind of column it is, for clients that treat time and place in their own way.
    public enum Kind: String, Sendable {
        /// Anything but time and place.
        case plain = "Dimension"
        /// Periods.
        case time = "TimeDimension"
        /// Regions.
        case place = "GeoDimension"
    }

    /// A code with what it means.
    public struct Code: Sendable, Equatable {
        /// The key in the data, as `GM0363` or `2019HJ01`.
        public let key: String
        /// The name.
        public let title: String
        /// The group it is shown in, as a geography; empty where there are none.
        public let group: String
        /// For periods: how final their figures are.
        public let vintage: VintageStatus?

        /// Creates a code.
        public init(key: String, title: String, group: String = "", vintage: VintageStatus? = nil) {
            self.key = key
            self.title = title
            self.group = group
            self.vintage = vintage
        }
    }

    /// The name of the column, as `RegioS`; the same in the data and in the metadata.
    public let key: String
    /// The name for people.
    public let title: String
    /// The kind.
    public let kind: Kind
    /// The codes in the order of the table.
    public let codes: [Code]
    /// The names of the groups by id, in their order.
    public let groups: [Code]

    /// Creates a dimension.
    public init(key: String, title: String, kind: Kind, codes: [Code], groups: [Code] = []) {
        self.key = key
        self.title = title
        self.kind = kind
        self.codes = codes
        self.groups = groups
    }
}
