extension SVG {
    /// A circle of a class.
    static func circle(x: Double, y: Double, radius: Double, _ style: String) -> HTML {
        .shape(
            "circle",
            [
                HTMLAttribute("cx", number(x)), HTMLAttribute("cy", number(y)),
                HTMLAttribute("r", number(radius)), .class(style),
            ]
        )
    }

    /// A closed area of a class.
    static func area(_ points: [(x: Double, y: Double)], _ style: String) -> HTML {
        .shape(
            "polygon",
            [
                HTMLAttribute(
                    "points",
                    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
                ),
                .class(style),
            ]
        )
    }

    /// A line through points.
    static func run(_ points: [(x: Double, y: Double)], _ style: String) -> HTML {
        let steps = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
        }
        return .shape("path", [HTMLAttribute("d", steps.joined()), .class(style)])
    }

    /// Many dots in one shape: strokes without length, whose round ends are the dots.
    static func dots(_ points: [(x: Double, y: Double)], _ style: String) -> HTML {
        guard !points.isEmpty else { return .empty }
        let steps = points.map { "M\(number($0.x)) \(number($0.y))h0" }
        return .shape("path", [HTMLAttribute("d", steps.joined()), .class(style)])
    }
}
