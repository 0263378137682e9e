/// How close printed sums should stay to the true ones, and how hard that is tried.
public struct CubeLimits: Sendable, Equatable {
    /// The largest error to aim for in sums of larger areas.
    public var prominent = 5
    /// The largest error to aim for in other sums.
    public var other = 8
    /// What a squared error of a leaf costs.
    public var leafWeight = 1
    /// What a squared error of another sum costs.
    public var otherWeight = 1
    /// What a squared error of a prominent sum costs.
    public var prominentWeight = 2
    /// What one unit beyond the limit costs, squared.
    public var overWeight = 12
    /// What it costs while sums beyond their limit are repaired.
    public var repairWeight = 300
    /// What a squared error of a block of leaves costs while blocks are decided.
    public var blockWeight = 10
    /// The heat at which the search begins, in units of cost.
    public var hot = 220
    /// How many sweeps over blocks stand against one over leaves.
    public var spreadSweeps = 8
    /// The heat at which the search over blocks begins.
    public var spreadHot = 400
    /// The heat at which it ends.
    public var cold = 6

    /// Creates the limits of the default profile.
    public init() {}
}
