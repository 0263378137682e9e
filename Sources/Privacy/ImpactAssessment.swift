public import Definitions
public import Domain

/// *Gegevensbeschermingseffectbeoordeling*: the DPIA, made from what is in force.
///
/// AVG (GDPR), article 35.
public struct ImpactAssessment {
    private let definitions: DefinitionSet
    private let language: Language

    /// Creates the writer.
    public init(definitions: DefinitionSet, language: Language) {
        self.definitions = definitions
        self.language = language
    }

    /// The document for the permits in force on a day.
    public func document(permits: [Permit], on day: CalendarDay) -> Document {
        var document = Document(language: language.rawValue)
        document.blocks = [
            .heading(level: 1, text("title")),
            .paragraph(text("intro", ["day": day.description, "count": "\(permits.count)"])),
            .heading(level: 2, text("processing")),
        ]
        for activity in definitions.privacy.register.activities {
            document.blocks += [
                .heading(level: 3, activity.title[language]),
                .list([
                    activity.purpose[language], activity.subjects[language],
                    activity.data[language], activity.recipients[language],
                    activity.safeguards[language],
                ]),
            ]
        }
        document.blocks += [
            .heading(level: 2, text("lawful")),
            .table(
                header: [text("source"), text("columns"), text("ground")],
                rows: definitions.privacy.lawfulFields.values.sorted { $0.source < $1.source }.map {
                    [
                        $0.source, $0.columns.sorted().joined(separator: ", "),
                        $0.legalGround[language],
                    ]
                }
            ),
            .heading(level: 2, text("permits")),
        ]
        if permits.isEmpty { document.blocks.append(.paragraph(text("none"))) }
        for permit in permits { document.blocks += blocks(of: permit) }
        document.blocks += [.heading(level: 2, text("rejected"))]
        document.blocks.append(
            .table(
                header: [text("item"), text("reason"), text("reference")],
                rows: definitions.privacy.rejectedItems.map {
                    [$0.title[language], $0.reason[language], $0.reference]
                }
            )
        )
        return document
    }

    private func blocks(of permit: Permit) -> [Document.Block] {
        let request = permit.request
        var blocks: [Document.Block] = [
            .heading(
                level: 3,
                text(
                    "permit",
                    ["id": "\(permit.id)", "kind": text("kind.\(request.kind.rawValue)")]
                )
            ),
            .table(
                header: [text("what"), text("answer")],
                rows: [
                    [text("purpose"), request.purpose], [text("ground"), request.legalGround],
                    [text("sources"), request.sources.joined(separator: ", ")],
                    [text("elements"), request.elements.joined(separator: ", ")],
                    [text("period"), "\(request.from)–\(request.until)"],
                    [text("retention"), "\(request.retentionYears)"],
                ] + PermitRequest.wordings.map { [text($0), request.answers[$0] ?? ""] }
                    + [
                        [text("risk"), permit.risk.isEmpty ? text("risk-unknown") : permit.risk],
                        [text("asked"), "\(permit.asked.by), \(permit.asked.at.day)"],
                        [
                            text("approved"),
                            permit.approvals.map { "\($0.by), \($0.at.day)" }
                                .joined(separator: "; "),
                        ],
                        [text("expires"), request.expires.description],
                    ]
            ),
            .paragraph(text("alternatives")),
        ]
        blocks.append(
            .table(
                header: [text("row"), text("item"), text("why-not")],
                rows: request.alternatives.sorted { $0.row < $1.row }.map { alternative in
                    let candidate = definitions.weighing.candidate(row: alternative.row)
                    let title = candidate?.title[language] ?? ""
                    return ["\(alternative.row)", title, alternative.whyNot]
                }
            )
        )
        return blocks
    }

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts("dpia.\(key)", language, values)
    }
}
