/// *Grijstrap*: how sure a figure is; tone is certainty, length or place is value.
enum Tone: String, CaseIterable, Sendable {
    case counted, provisional, estimated, interval, suppressed, missing
    case lineBreak = "break"

    /// The class that draws it.
    var mark: String {
        switch self {
        case .counted: "m-def"
        case .provisional: "m-vl"
        case .estimated: "m-est"
        case .interval: "m-band"
        case .suppressed: "m-afg"
        case .missing: "m-none"
        case .lineBreak: "ax"
        }
    }

    /// The key under a figure: the tones that occur in it.
    static func key(_ tones: [Tone], _ wording: Wording) -> HTML {
        let shown = allCases.filter(tones.contains)
        guard !shown.isEmpty else { return .empty }
        return element("ul", .class("key"), HTMLAttribute("aria-label", wording("page.key"))) {
            shown.map { tone in
                element("li") {
                    element("svg", HTMLAttribute("viewBox", "0 0 22 12"), .hidden) {
                        if tone == .lineBreak {
                            SVG.slashes(x: 6, y: 11)
                        } else {
                            SVG.rectangle(x: 0.7, y: 0.7, width: 20.6, height: 10.6, tone.mark)
                        }
                    }
                    wording("page.tone.\(tone.rawValue)")
                }
            }
        }
    }

    /// The whole scale with an explanation of each tone, for the first page.
    static func scale(_ wording: Wording) -> HTML {
        element("ul", .class("trap"), HTMLAttribute("aria-label", wording("page.scale"))) {
            allCases.filter { $0 != .lineBreak }.map { tone in
                element("li") {
                    element(
                        "svg",
                        HTMLAttribute("viewBox", "0 0 120 40"),
                        HTMLAttribute("preserveAspectRatio", "none"),
                        .hidden
                    ) {
                        SVG.rectangle(x: 1, y: 1, width: 118, height: 38, tone.mark)
                    }
                    element("b") { wording("page.scale.\(tone.rawValue)") }
                    element("span") { wording("page.scale.\(tone.rawValue)-text") }
                }
            }
        }
    }
}

extension HTMLAttribute {
    /// Hidden from those who listen, because the words stand beside it.
    static var hidden: HTMLAttribute { HTMLAttribute("aria-hidden", "true") }
}
