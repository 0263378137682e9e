/// *Grijstrap*: the mark of the project, five tones above a point of calibration.
package enum Emblem {
    /// The mark beside the name.
    package static var drawn: HTML {
        element(
            "svg",
            HTMLAttribute("width", "50"),
            HTMLAttribute("height", "26"),
            HTMLAttribute("viewBox", "0 0 50 26"),
            .hidden
        ) { shapes }
    }

    /// The mark as a file of its own, with its colours in it.
    static var icon: HTML {
        element(
            "svg",
            HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"),
            HTMLAttribute("viewBox", "0 0 50 50")
        ) {
            ["#1a1b1d", "#54575c", "#85898f", "#b3b6ba", "#d8dadc"].enumerated().map {
                index,
                colour in
                .shape(
                    "rect",
                    [
                        HTMLAttribute("x", String(index * 10)), HTMLAttribute("y", "12"),
                        HTMLAttribute("width", "9"), HTMLAttribute("height", "16"),
                        HTMLAttribute("fill", colour),
                    ]
                )
            }
            HTML.shape(
                "path",
                [
                    HTMLAttribute("d", "M24.5 32l-6 8h12z"),
                    HTMLAttribute("fill", "#0b5a69"),
                ]
            )
        }
    }

    private static var shapes: HTML {
        parts {
            (1...5).map { tone in
                SVG.rectangle(
                    x: Double(tone - 1) * 10,
                    y: 3,
                    width: 9,
                    height: 16,
                    "f\(tone)"
                )
            }
            HTML.shape("path", [HTMLAttribute("d", "M24.5 21.5l-4 4.5h8z"), .class("m-own")])
        }
    }
}
