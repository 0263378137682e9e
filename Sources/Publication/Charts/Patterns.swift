/// The hatch and the gradients that all charts of a page use, once, at its start.
enum Patterns {
    /// The definitions; not hidden by `display: none`, which would take the fills away.
    static var drawn: HTML {
        element(
            "svg",
            HTMLAttribute("width", "0"),
            HTMLAttribute("height", "0"),
            .class("patterns"),
            .hidden,
            HTMLAttribute("focusable", "false")
        ) {
            element("defs") {
                element(
                    "pattern",
                    .id("hatch"),
                    HTMLAttribute("width", "6"),
                    HTMLAttribute("height", "6"),
                    HTMLAttribute("patternUnits", "userSpaceOnUse"),
                    HTMLAttribute("patternTransform", "rotate(45)")
                ) {
                    SVG.rectangle(x: 0, y: 0, width: 6, height: 6, "hbg")
                    SVG.line(x1: 0, y1: 0, x2: 0, y2: 6, "hl")
                }
                gradient("gEst", isUpright: false, normal)
                gradient("gEstV", isUpright: true, normal)
                gradient("gBand", isUpright: false, band)
                gradient("gBandV", isUpright: true, band)
            }
        }
    }

    /// The normal density over ± 2.6 standard errors in eleven stops, 0.9 at its top.
    private static let normal = [
        ("0", "0"), ("0.1", "0.1"), ("0.2", "0.27"), ("0.3", "0.52"), ("0.4", "0.79"),
        ("0.5", "0.9"), ("0.6", "0.79"), ("0.7", "0.52"), ("0.8", "0.27"), ("0.9", "0.1"),
        ("1", "0"),
    ]

    /// One tone between two edges that fade: there is no middle.
    private static let band = [("0", "0"), ("0.14", "0.62"), ("0.86", "0.62"), ("1", "0")]

    private static func gradient(
        _ id: String,
        isUpright: Bool,
        _ stops: [(String, String)]
    ) -> HTML {
        element(
            "linearGradient",
            .id(id),
            isUpright ? HTMLAttribute("x1", "0") : nil,
            isUpright ? HTMLAttribute("y1", "0") : nil,
            isUpright ? HTMLAttribute("x2", "0") : nil,
            isUpright ? HTMLAttribute("y2", "1") : nil
        ) {
            stops.map { offset, opacity in
                .shape(
                    "stop",
                    [
                        .class("s2"), HTMLAttribute("offset", offset),
                        HTMLAttribute("stop-opacity", opacity),
                    ]
                )
            }
        }
    }
}
