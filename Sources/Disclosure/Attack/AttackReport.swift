/// What the attacker found.
public struct AttackReport: Sendable, Hashable {
    /// How much is known about a cell.
    public enum Kind: String, Sendable, Hashable, Encodable, CaseIterable {
        /// Its number.
        case exact
        /// That it is small and not zero.
        case small
        /// An interval less than the threshold less one wide.
        case narrow
    }

    /// A cell about which too much is known.
    public struct Finding: Sendable, Hashable {
        /// The number of the cell in the system.
        public let cell: Int
        /// How much is known.
        public let kind: Kind
        /// The least number it can have.
        public let low: Int
        /// The greatest number it can have.
        public let high: Int

        /// Creates a finding.
        public init(cell: Int, kind: Kind, low: Int, high: Int) {
            self.cell = cell
            self.kind = kind
            self.low = low
            self.high = high
        }
    }

    /// The number of cells, also those that are printed exactly.
    public let cells: Int

    /// The number of cells whose true number is not printed.
    public let targets: Int

    /// The cells about which too much is known, in the order of the system.
    public let findings: [Finding]

    /// The targets of which the interval could not be worked out to its end within the steps.
    ///
    /// Where this is not empty, that nothing was found proves nothing.
    public let undecided: [Int]

    /// The least number of each cell as far as it was worked out; `nil` for no bound.
    public let low: [Int?]

    /// The greatest number of each cell as far as it was worked out; `nil` for no bound.
    public let high: [Int?]

    /// Whether every cell was decided.
    public var isComplete: Bool { undecided.isEmpty }
}
