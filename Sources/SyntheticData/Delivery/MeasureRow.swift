/// One record of a protection measure as it stands in a file; 0 in a field means empty.
struct MeasureRow: Equatable {
    var number: UInt32
    var birth: UInt32
    var sex: UInt8
    var place: UInt16
    var type: UInt8
    var start: UInt32
    var end: UInt32
    var reason: UInt8
    var transferred: UInt32
    var received: UInt32
}

/// The columns a file of protection measures has, and how to write them.
struct MeasureLayout {
    let style: FileStyle
    let hasReason: Bool
    private let lead: [UInt8]
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
        hasReason = columns.contains("reden_beeindiging")
        lead =
            Array(FictiveHolderNumber.text(holder).utf8) + [style.separator]
            + Array(period.utf8) + [style.separator]
    }

    /// The header line.
    func appendHeader(to bytes: inout [UInt8]) {
        if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
        var names = [
            "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "gemeente",
            "maatregel", "datum_aanvang", "datum_einde",
        ]
        if hasReason { names.append("reden_beeindiging") }
        names += ["datum_overgedragen", "datum_overgedragen_gekregen"]
        for (place, name) in names.enumerated() {
            if place > 0 { bytes.append(style.separator) }
            bytes.append(contentsOf: name.utf8)
        }
        appendEnd(to: &bytes)
    }

    /// A row that says that there is nothing to report.
    func appendNothing(to bytes: inout [UInt8]) {
        bytes += lead
        for _ in 0..<(hasReason ? 9 : 8) { bytes.append(style.separator) }
        appendEnd(to: &bytes)
    }

    /// A record.
    func append(_ row: MeasureRow, to bytes: inout [UInt8]) {
        let separator = style.separator
        let isHyphenated = style.hasHyphenatedDates
        bytes.append(contentsOf: lead)
        bytes.append(row.number, digits: 9)
        bytes.append(separator)
        if row.birth > 0 { bytes.append(row.birth, digits: 8) }
        bytes.append(separator)
        bytes.append(row.sex)
        bytes.append(separator)
        if row.place == AssistanceRow.noSuchPlace {
            bytes.append(ascii: "GM9999")
        } else {
            let code = places[Int(row.place)]
            bytes.append(contentsOf: style.hasBareMunicipalities ? code[2...] : code[...])
        }
        bytes.append(separator)
        bytes.append(code: row.type)
        bytes.append(separator)
        bytes.append(date: row.start, isHyphenated: isHyphenated)
        bytes.append(separator)
        bytes.append(date: row.end, isHyphenated: isHyphenated)
        bytes.append(separator)
        if hasReason {
            if row.reason > 0 { bytes.append(code: row.reason) }
            bytes.append(separator)
        }
        bytes.append(date: row.transferred, isHyphenated: isHyphenated)
        bytes.append(separator)
        bytes.append(date: row.received, isHyphenated: isHyphenated)
        appendEnd(to: &bytes)
    }

    private func appendEnd(to bytes: inout [UInt8]) {
        if style.hasCarriageReturn { bytes.append(0x0D) }
        bytes.append(0x0A)
    }
}
