public import Domain

extension RegionReference {
    /// The years of which the boundaries can be chosen, each as on its 1 January.
    public static let boundaryYears = 2016...2023

    /// The regions in which a delivered municipality lies, on the boundaries of a year.
    ///
    /// A code that exists in that year is that municipality. Any other is followed through the
    /// changes, forward or backward, to every municipality its territory overlaps, and gets only
    /// the regions that hold all of them; a geography that is absent is unknown (`U`). Regions are
    /// those of the reference year: a code that is not in its table lies where all its parts lie.
    /// An unknown code gives an empty answer.
    public func placement(of code: String, boundaries year: Int) -> [Geography: String] {
        let parts = municipalities(overlapping: code, in: year)
        guard let first = parts.first else { return [:] }
        var placement = regions(ofExisting: first)
        for part in parts.dropFirst() {
            let other = regions(ofExisting: part)
            placement = placement.filter { other[$0.key] == $0.value }
        }
        placement[.municipality] = parts.count == 1 ? first : nil
        placement[.country] = RegionReference.country
        return placement
    }

    /// The regions of a geography on the boundaries of a year, in byte order.
    public func regions(of geography: Geography, boundaries year: Int) -> [String] {
        switch geography {
        case .country:
            return [RegionReference.country]
        case .municipality:
            return knownCodes.filter { exists($0, in: year) }
        case .youthRegion, .veiligThuis, .csg, .province, .partOfCountry:
            return Set(municipalities.compactMap { $0.regions[geography] })
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    /// The municipalities of a year that the territory of a code overlaps, in byte order.
    ///
    /// Empty for an unknown code.
    public func municipalities(overlapping code: String, in year: Int) -> [String] {
        guard isKnown(code) else { return [] }
        if exists(code, in: year) { return [code] }
        let hasEnded = end(of: code).map { $0 <= RegionReference.firstDay(of: year) } ?? false
        let next =
            hasEnded
            ? changes.filter { $0.oldCode == code }.map(\.newCode)
            : changes.filter { $0.newCode == code }.map(\.oldCode)
        return Set(next.flatMap { municipalities(overlapping: $0, in: year) }).sorted()
    }

    /// Whether a code is that of a municipality on 1 January of a year.
    public func exists(_ code: String, in year: Int) -> Bool {
        guard isKnown(code) else { return false }
        let day = RegionReference.firstDay(of: year)
        return start(of: code).map { $0 <= day } ?? true && end(of: code).map { day < $0 } ?? true
    }
}

extension RegionReference {
    /// The one region of the geography `nl`.
    public static let country = "NL01"

    /// Whether a code is that of a municipality in any year.
    public func isKnown(_ code: String) -> Bool {
        names[.municipality]?[code] != nil
    }

    /// The codes of municipalities of any year, ascending.
    public var knownCodes: [String] {
        names[.municipality, default: [:]].keys.sorted()
    }

    /// The name of a region.
    public func name(of code: String, in geography: Geography) -> String? {
        names[geography]?[code]
    }

    private static func firstDay(of year: Int) -> CalendarDay {
        Period.year(year).start
    }

    /// The first day of a code; `nil` when that was before the first change.
    private func start(of code: String) -> CalendarDay? {
        if let municipality = municipalities.first(where: { $0.code == code }) {
            return municipality.since
        }
        // A code outside the table that others went to, and that began after the table's year;
        // one that ended before that year may have received territory too, but it was there.
        let received = changes.filter { $0.newCode == code }.map(\.date)
        guard let first = received.min(), first > RegionReference.firstDay(of: referenceYear)
        else { return nil }
        return first
    }

    /// The first day on which a code no longer exists; `nil` when it still does.
    private func end(of code: String) -> CalendarDay? {
        changes.first { $0.oldCode == code }?.date
    }

    /// The regions of a municipality: from the table, else what all its parts in the table share.
    private func regions(ofExisting code: String) -> [Geography: String] {
        let parts = municipalities(overlapping: code, in: referenceYear)
        let rows = municipalities.filter { parts.contains($0.code) }
        guard var shared = rows.first?.regions else { return [:] }
        for row in rows.dropFirst() {
            shared = shared.filter { row.regions[$0.key] == $0.value }
        }
        return shared
    }
}
