import Domain

/// Counts by municipality and a few axes, with room for their totals.
struct Cube: Sendable {
    /// The axes.
    let axes: [Axis]
    /// How far apart two neighbours on an axis lie.
    let strides: [Int]
    /// Cells for one municipality.
    let blockSize: Int
    /// The counts: blocks by municipality place.
    var counts: [Int64]

    init(axes: [Axis], places: Int) {
        self.axes = axes
        var strides: [Int] = []
        var size = 1
        for axis in axes.reversed() {
            strides.insert(size, at: 0)
            size *= axis.size
        }
        self.strides = strides
        blockSize = size
        counts = [Int64](repeating: 0, count: size * places)
    }

    /// Fills the totals along every axis whose parts add up.
    ///
    /// - Complexity: O(cells) for each axis.
    mutating func fillTotals() {
        for (axis, stride) in zip(axes, strides) where axis.isAdditive {
            let run = stride * axis.size
            for base in Swift.stride(from: 0, to: counts.count, by: run) {
                for offset in 0..<stride {
                    var sum: Int64 = 0
                    for number in 0..<axis.codes.count {
                        sum &+= counts[base + number * stride + offset]
                    }
                    counts[base + axis.total * stride + offset] = sum
                }
            }
        }
    }

    /// The cube with regions in the place of municipalities.
    func byRegion(_ places: RegionPlaces) -> Cube {
        var cube = Cube(axes: axes, places: places.regions.count)
        for (place, regions) in places.regionsOfPlace.enumerated() {
            let from = place * blockSize
            guard counts[from..<from + blockSize].contains(where: { $0 != 0 }) else { continue }
            for region in regions {
                let to = region * blockSize
                for offset in 0..<blockSize {
                    cube.counts[to + offset] &+= counts[from + offset]
                }
            }
        }
        return cube
    }
}
