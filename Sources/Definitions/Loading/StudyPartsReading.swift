import Domain

/// Reads the screening of a study: its item, and what is kept of each class.
struct ScreeningReading {
    let item: String?
    let shares: [StudyRequest.Share]
    let least: Int

    init(_ value: RecordValue?, _ instrument: Instrument) throws(DefinitionError) {
        guard let value else {
            item = nil
            shares = []
            least = 2
            return
        }
        let reader = try value.record(keys: ["item", "least", "classes"])
        let name = try reader.required("item")
        guard let asked = instrument.item(try name.text()), asked.kind == .choice else {
            throw name.mistake(
                found: "the item \(name.described) for screening",
                expected: "an item of `\(instrument.id)` with one answer"
            )
        }
        var shares: [StudyRequest.Share] = []
        let list = try reader.required("classes")
        for value in try list.list() {
            let part = try value.record(keys: ["code", "kept", "expected"])
            shares.append(
                StudyRequest.Share(
                    code: try part.required("code").text(),
                    kept: try part.required("kept").share(),
                    expected: try part.required("expected").share()
                )
            )
        }
        guard shares.map(\.code).sorted() == asked.options.map(\.code).sorted() else {
            throw list.mistake(
                found: "the classes " + shares.map(\.code).joined(separator: ", "),
                expected: "each code of `\(asked.id)` once: "
                    + asked.options.map(\.code).joined(separator: ", ")
            )
        }
        guard abs(shares.reduce(0) { $0 + $1.expected } - 1) < 1e-6 else {
            throw list.mistake(found: "expected shares that do not add up", expected: "a sum of 1")
        }
        item = asked.id
        self.shares = shares
        least = try reader.optional("least")?.number(in: 2...10_000) ?? 2
    }
}

/// Reads the strata, domains and estimates of a study.
struct StudyPartsReading {
    let instrument: Instrument
    let screening: [StudyRequest.Share]

    func strata(_ value: RecordValue?) throws(DefinitionError) -> [StudyRequest.Stratum] {
        var strata: [StudyRequest.Stratum] = []
        for item in try value?.list() ?? [] {
            let reader = try item.record(keys: ["code", "deviation", "cost", "least", "most"])
            strata.append(
                StudyRequest.Stratum(
                    code: try reader.required("code").text(),
                    deviation: try reader.optional("deviation")?.decimal() ?? 0.5,
                    cost: try reader.optional("cost")?.decimal() ?? 1,
                    least: try reader.optional("least")?.number(in: 0...1_000_000) ?? 0,
                    most: try reader.optional("most")?.number(in: 0...1_000_000)
                )
            )
        }
        return strata
    }

    func domains(_ value: RecordValue) throws(DefinitionError) -> [StudyRequest.Domain] {
        var domains: [StudyRequest.Domain] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["id", "title", "screening", "referrers", "margin"])
            let codes = try reader.optional("screening")?.texts() ?? []
            for code in codes where !screening.contains(where: { $0.code == code }) {
                throw item.mistake(
                    found: "the screening code `\(code)` in a domain",
                    expected: "one of the classes of `screening`"
                )
            }
            let id = try reader.required("id").text()
            let referrers = try reader.optional("referrers")?.texts() ?? []
            guard (id == "T") == (codes.isEmpty && referrers.isEmpty),
                (id == "T") == domains.isEmpty, !domains.contains(where: { $0.id == id })
            else {
                throw item.mistake(
                    found: "the domain `\(id)` in this place",
                    expected: "`T` for the whole first, then parts with ids of their own"
                )
            }
            domains.append(
                StudyRequest.Domain(
                    id: id,
                    title: try reader.required("title").localized(),
                    screening: codes,
                    referrers: referrers,
                    margin: try reader.required("margin").share(below: 1)
                )
            )
        }
        guard !domains.isEmpty else {
            throw value.mistake(found: "no domains", expected: "`T` for the whole at least")
        }
        return domains
    }

    func estimates(_ value: RecordValue) throws(DefinitionError) -> [StudyRequest.Estimate] {
        var estimates: [StudyRequest.Estimate] = []
        for item in try value.list() {
            let reader = try item.record(keys: [
                "id", "title", "item", "kind", "codes", "place", "not-asked-counts",
            ])
            let id = try reader.required("id").text()
            let name = try reader.required("item")
            let kind = try reader.required("kind").choice(StudyRequest.Estimate.Kind.self)
            guard let asked = instrument.item(try name.text()),
                (asked.kind == .continuum) == (kind != .share)
            else {
                throw name.mistake(
                    found: "the item \(name.described) for `\(kind.rawValue)`",
                    expected: kind == .share
                        ? "an item of `\(instrument.id)` with options"
                        : "an item of `\(instrument.id)` on a continuum"
                )
            }
            let codes = try reader.optional("codes")?.texts() ?? []
            guard (kind == .share) != codes.isEmpty,
                codes.allSatisfy({ code in asked.options.contains { $0.code == code } }),
                (kind == .atLeast) == (reader.optional("place") != nil),
                !estimates.contains(where: { $0.id == id })
            else {
                throw item.mistake(
                    found: "the estimate `\(id)` with these parts",
                    expected: "an id of its own; `codes` of the item for a share, `place` for "
                        + "at-least, neither for a mean"
                )
            }
            estimates.append(
                StudyRequest.Estimate(
                    id: id,
                    title: try reader.required("title").localized(),
                    item: asked.id,
                    kind: kind,
                    codes: codes,
                    place: Double(try reader.optional("place")?.number(in: 0...100) ?? 0),
                    countsNotAsked: try reader.optional("not-asked-counts")?.flag() ?? true
                )
            )
        }
        return estimates
    }
}
