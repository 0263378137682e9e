package import Definitions
package import Domain

/// *Beeld per kandidaat*: what a bench found for one candidate, as a drawing that stands by itself.
///
/// It is the drawing of the candidate's page with the style sheet in it, so that it looks the same
/// outside the site, in light, in dark and in print.
package struct EvidencePicture: Sendable {
    /// What the picture is of.
    let title: String
    /// The scenarios by their name, with the share of countries in which they were noticed.
    let shares: [(String, Double)]
    /// The share of false alarms that limits were set to.
    let nominal: Double
    private let wording: Wording

    /// Creates a picture.
    ///
    /// - Parameters:
    ///   - title: what it is of.
    ///   - shares: the scenarios by name, each with a share from 0 to 1.
    ///   - nominal: the share of false alarms that limits were set to, as 0.05.
    ///   - definitions: where the words stand.
    ///   - language: the language of those words.
    package init(
        title: String,
        shares: [(String, Double)],
        nominal: Double,
        definitions: DefinitionSet,
        language: Language
    ) {
        self.title = title
        self.shares = shares
        self.nominal = nominal
        wording = Wording(catalogue: definitions.texts, language: language)
    }

    /// The drawing as a file.
    package var svg: String {
        let spoken = shares.map { name, share in
            wording(
                "page.evidence.spoken",
                [
                    "scenario": name,
                    "percent": wording(
                        "page.evidence.percent",
                        ["number": wording.number(share * 100)]
                    ),
                ]
            )
        }
        let chart = EvidenceChart(
            rows: shares.map { EvidenceChart.Row(label: $0.0, share: $0.1) },
            nominal: nominal,
            summary: ([title] + spoken).joined(separator: " ")
        )
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + chart.picture(title, wording).markup
            + "\n"
    }
}

extension EvidenceChart {
    /// The wide drawing under its title, with paper, patterns and style sheet of its own.
    func picture(_ title: String, _ wording: Wording) -> HTML {
        let frame = EvidenceChart.wide
        let tall = height(frame)
        return element(
            "svg",
            HTMLAttribute("xmlns", "http://www.w3.org/2000/svg"),
            HTMLAttribute("role", "img"),
            HTMLAttribute(
                "viewBox",
                "-16 -44 \(Int(frame.width) + 32) \(Int(tall) + 56)"
            ),
            HTMLAttribute("width", String(Int(frame.width) + 32)),
            HTMLAttribute("height", String(Int(tall) + 56)),
            HTMLAttribute("aria-label", summary)
        ) {
            HTML.style
            SVG.rectangle(
                x: -16,
                y: -44,
                width: frame.width + 32,
                height: tall + 56,
                "hbg"
            )
            Patterns.drawn
            SVG.text(title, x: 0, y: -18, "b")
            content(wording, frame)
        }
    }
}
