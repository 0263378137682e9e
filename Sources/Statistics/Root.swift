/// Where a function passes 0.
enum Root {
    /// The place where a falling function passes 0, to the last bit, by halving.
    static func ofFalling(
        from low: Double,
        to high: Double,
        _ value: (Double) -> Double
    ) -> Double {
        var low = low
        var high = high
        for _ in 0..<2000 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if value(middle) > 0 { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }

    /// The place of the greatest value of a function with one top, by golden section.
    static func ofTop(
        from low: Double,
        to high: Double,
        relative: Double = 1e-12,
        _ value: (Double) -> Double
    ) -> Double {
        let ratio = (5.0.squareRoot() - 1) / 2
        var low = low
        var high = high
        var left = high - ratio * (high - low)
        var right = low + ratio * (high - low)
        var atLeft = value(left)
        var atRight = value(right)
        while high - low > relative * max(abs(low), abs(high), 1e-300) {
            if atLeft >= atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = value(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = value(right)
            }
            if left >= right { break }
        }
        return (low + high) / 2
    }
}
