/// The leaves to round and the sums that should stay close, as flat lists.
///
/// A leaf is a cell that is no sum of others; every other cell is the sum of leaves and is called
/// a margin here. Where a cell is the sum of two different sets of leaves, both must give the same
/// printed number: that is a tie.
struct RoundingProblem {
    /// How much the error of a margin may be, and what it costs.
    struct Class: Equatable {
        /// Errors beyond this are to be avoided before all else.
        let limit: Int
        /// The cost of a squared error.
        let weight: Int
        /// What is added for each squared unit beyond the limit.
        let overWeight: Int
    }

    /// The rounding base.
    let base: Int
    /// The cell of each leaf.
    var leafCells: [Int32] = []
    /// The true number of each leaf.
    var values: [Int] = []
    /// The number printed for a leaf that has no choice: a multiple, a frozen cell, or one that
    /// keeps its earlier rounding; `nil` for the leaves to decide.
    var fixed: [Int?] = []

    /// Where the margins of each leaf begin in ``margins``.
    var starts: [Int32] = [0]
    /// The margins of all leaves; the leaf itself is the first of its own, by its cell.
    var margins: [Int32] = []
    /// The cells by leaf: where the leaves of each cell begin in ``leaves``.
    var cellStarts: [Int32] = [0]
    /// The leaves of all cells.
    var leaves: [Int32] = []
    /// The class of each cell.
    var classOfCell: [UInt8] = []
    /// The classes.
    var classes: [Class] = []
    /// How hard the search tries.
    let limits: CubeLimits
    /// The ties: leaves on either side, +1 or −1, whose printed numbers must sum to 0, and the
    /// relation from which the tie comes.
    var ties: [(relation: Int, terms: [(leaf: Int32, sign: Int)])] = []

    /// The number of cells.
    var cellCount: Int { cellStarts.count - 1 }

    /// The cells a leaf is part of, itself among them.
    func margins(of leaf: Int) -> ArraySlice<Int32> {
        margins[Int(starts[leaf])..<Int(starts[leaf + 1])]
    }

    /// A number that is the same for leaves with the same prominent sums, and differs otherwise
    /// but for a chance of one in 2⁶⁴.
    func prominentMark(of leaf: Int) -> UInt64 {
        margins(of: leaf).reduce(0) { sum, cell in
            classOfCell[Int(cell)] == 2 ? sum &+ RoundingProblem.mixed(UInt64(cell) + 1) : sum
        }
    }

    /// Bits that look alike for no two numbers (the finaliser of SplitMix64).
    static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// The leaves of a cell.
    func leaves(of cell: Int) -> ArraySlice<Int32> {
        leaves[Int(cellStarts[cell])..<Int(cellStarts[cell + 1])]
    }

    /// The multiple at or below a number.
    func floor(_ value: Int) -> Int {
        value >= 0 ? value / base * base : -((-value + base - 1) / base * base)
    }
}
