/// The shapes charts are drawn with; colour comes from classes alone.
enum SVG {
    /// A drawing with its core in words; text does not scale with the page.
    static func drawing(
        width: Double,
        height: Double,
        summary: String,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        element(
            "svg",
            HTMLAttribute("role", "img"),
            HTMLAttribute("viewBox", "0 0 \(plain(width)) \(plain(height))"),
            HTMLAttribute("width", plain(width)),
            HTMLAttribute("height", plain(height)),
            HTMLAttribute("aria-label", summary),
            content: content
        )
    }

    /// A rectangle of a class.
    static func rectangle(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        _ style: String
    ) -> HTML {
        .shape(
            "rect",
            [
                HTMLAttribute("x", number(x)), HTMLAttribute("y", number(y)),
                HTMLAttribute("width", number(width)), HTMLAttribute("height", number(height)),
                .class(style),
            ]
        )
    }

    /// A straight line of a class.
    static func line(
        x1: Double,
        y1: Double,
        x2: Double,
        y2: Double,
        _ style: String
    ) -> HTML {
        .shape(
            "line",
            [
                HTMLAttribute("x1", number(x1)), HTMLAttribute("y1", number(y1)),
                HTMLAttribute("x2", number(x2)), HTMLAttribute("y2", number(y2)),
                .class(style),
            ]
        )
    }

    /// Where a text is fixed to its point.
    enum Anchor: String {
        case start, middle, end
    }

    /// A text of a class.
    static func text(
        _ text: String,
        x: Double,
        y: Double,
        _ style: String,
        anchor: Anchor = .start
    ) -> HTML {
        element(
            "text",
            HTMLAttribute("x", number(x)),
            HTMLAttribute("y", number(y)),
            .class(style),
            anchor == .start ? nil : HTMLAttribute("text-anchor", anchor.rawValue)
        ) { text }
    }

    /// A text from bottom to top.
    static func upright(_ text: String, x: Double, y: Double) -> HTML {
        element(
            "text",
            HTMLAttribute("transform", "translate(\(number(x)) \(number(y))) rotate(-90)"),
            .class("sm")
        ) { text }
    }

    /// The two slashes of a break, over an axis.
    static func slashes(x: Double, y: Double) -> HTML {
        .shape(
            "path",
            [
                HTMLAttribute(
                    "d",
                    "M\(number(x)) \(number(y))l4 -12M\(number(x + 5)) \(number(y))l4 -12"
                ),
                .class("ax"),
            ]
        )
    }

    /// A coordinate with one digit behind the point, the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    private static func plain(_ value: Double) -> String {
        String(Int(value.rounded()))
    }
}
