/// One record of youth assistance as it stands in a file; 0 in a field means empty.
struct AssistanceRow: Equatable {
    var number: UInt32
    var birth: UInt32
    var sex: UInt8
    /// The number of the municipality's code, or ``AssistanceRow/noSuchPlace``.
    var place: UInt16
    var referrer: UInt8
    var form: UInt8
    var crisis: UInt8
    var perspective: UInt8
    var start: UInt32
    var end: UInt32
    var reason: UInt8
    var satisfaction: UInt8 = 0
    var further: UInt8 = 0
    var informant: UInt8 = 0

    /// A municipality that never existed, written `GM9999`.
    static let noSuchPlace = UInt16.max
}

/// The columns a file of youth assistance has, and how to write them.
struct AssistanceLayout {
    let style: FileStyle
    let hasCrisis: Bool
    let hasPerspective: Bool
    let hasOutcomes: Bool
    /// Holder and period with a separator behind each, the same in every row.
    private let lead: [UInt8]
    /// The six letters and digits of every municipality code.
    private let places: [[UInt8]]

    init(
        holder: UInt32,
        period: String,
        style: FileStyle,
        columns: ProtocolColumns,
        places: [[UInt8]]
    ) {
        self.style = style
        self.places = places
        hasCrisis = columns.contains("gestart_met_crisis")
        hasPerspective = columns.contains("perspectief")
        hasOutcomes = style.hasOutcomes && columns.contains("tevredenheid")
        lead =
            Array(FictiveHolderNumber.text(holder).utf8) + [style.separator]
            + Array(period.utf8) + [style.separator]
    }

    /// The header line.
    func appendHeader(to bytes: inout [UInt8]) {
        if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
        var names = [
            "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "gemeente",
            "verwijzer", "hulpvorm",
        ]
        if hasCrisis { names.append("gestart_met_crisis") }
        if hasPerspective { names.append("perspectief") }
        names += ["datum_aanvang", "datum_einde", "reden_beeindiging"]
        if hasOutcomes { names += ["tevredenheid", "zonder_hulp_verder", "informant"] }
        if style.hasExtraColumn { names.append("werkvorm") }
        for (place, name) in names.enumerated() {
            if place > 0 { bytes.append(style.separator) }
            bytes.append(contentsOf: name.utf8)
        }
        appendEnd(to: &bytes)
    }

    /// A row that says that there is nothing to report.
    func appendNothing(to bytes: inout [UInt8]) {
        bytes += lead
        var separators = 8
        if hasCrisis { separators += 1 }
        if hasPerspective { separators += 1 }
        if hasOutcomes { separators += 3 }
        if style.hasExtraColumn { separators += 1 }
        for _ in 0..<separators { bytes.append(style.separator) }
        appendEnd(to: &bytes)
    }

    /// A record.
    func append(_ row: AssistanceRow, to bytes: inout [UInt8]) {
        let separator = style.separator
        bytes.append(contentsOf: lead)
        bytes.append(row.number, digits: 9)
        bytes.append(separator)
        if row.birth > 0 { bytes.append(row.birth, digits: 8) }
        bytes.append(separator)
        bytes.append(row.sex)
        bytes.append(separator)
        append(place: row.place, to: &bytes)
        bytes.append(separator)
        bytes.append(code: row.referrer)
        bytes.append(separator)
        bytes.append(code: style.hasFormAliases ? Self.alias(row.form) : row.form)
        bytes.append(separator)
        if hasCrisis {
            if row.crisis > 0 { bytes.append(row.crisis) }
            bytes.append(separator)
        }
        if hasPerspective {
            bytes.append(code: row.perspective)
            bytes.append(separator)
        }
        bytes.append(date: row.start, isHyphenated: style.hasHyphenatedDates)
        bytes.append(separator)
        bytes.append(date: row.end, isHyphenated: style.hasHyphenatedDates)
        bytes.append(separator)
        if row.reason > 0 { bytes.append(code: row.reason) }
        if hasOutcomes { appendOutcomes(row, to: &bytes) }
        if style.hasExtraColumn { bytes.append(separator) }
        appendEnd(to: &bytes)
    }

    private func appendOutcomes(_ row: AssistanceRow, to bytes: inout [UInt8]) {
        bytes.append(style.separator)
        if row.satisfaction > 9 {
            bytes.append(code: row.satisfaction)
        } else if row.satisfaction > 0 {
            bytes.append(0x30 + row.satisfaction)
        }
        bytes.append(style.separator)
        if row.further > 0 { bytes.append(row.further) }
        bytes.append(style.separator)
        if row.informant > 0 { bytes.append(row.informant) }
    }

    private func append(place: UInt16, to bytes: inout [UInt8]) {
        guard place != AssistanceRow.noSuchPlace else {
            bytes.append(ascii: "GM9999")
            return
        }
        let code = places[Int(place)]
        bytes.append(contentsOf: style.hasBareMunicipalities ? code[2...] : code[...])
    }

    private func appendEnd(to bytes: inout [UInt8]) {
        if style.hasCarriageReturn { bytes.append(0x0D) }
        bytes.append(0x0A)
    }

    /// The iJw code of a form: 31–34 for 01–04, 35–38 for 11–14; others stay.
    private static func alias(_ form: UInt8) -> UInt8 {
        switch form {
        case 1...4: form + 30
        case 11...14: form + 24
        default: form
        }
    }
}
