public import Domain

/// One record as a source holder delivers it: the protocol's own words, nothing converted.
///
/// An empty text is an empty field.
public struct PlainRecord: Hashable, Sendable {
    /// *bsn*.
    public var number = ""
    /// *geboortedatum*.
    public var birth = ""
    /// *geslacht*.
    public var sex = ""
    /// *gemeente*.
    public var municipality = ""
    /// *verwijzer*; youth assistance only.
    public var referrer = ""
    /// *hulpvorm* or *maatregel*.
    public var code = ""
    /// *gestart_met_crisis*; youth assistance only, from 2018.
    public var crisis = ""
    /// *datum_aanvang*.
    public var start = ""
    /// *datum_einde*.
    public var end = ""
    /// *reden_beeindiging*.
    public var reason = ""
    /// *datum_overgedragen*; measures only.
    public var handedOver = ""
    /// *datum_overgedragen_gekregen*; measures only.
    public var takenOver = ""
    /// *tevredenheid*; youth assistance only, from 2018.
    public var satisfaction = ""
    /// *zonder_hulp_verder*; youth assistance only, from 2018.
    public var withoutHelp = ""
    /// *informant*; youth assistance only, from 2018.
    public var informant = ""

    /// Creates an empty record.
    public init() {}

    /// Whether anything was asked at the end.
    public var hasOutcome: Bool {
        !satisfaction.isEmpty || !withoutHelp.isEmpty || !informant.isEmpty
    }
}

/// One file of one source, holder and half-year.
public struct PlainDelivery: Sendable {
    /// The source, which is also the name of the folder.
    public var source: String
    /// The source holder.
    public var holder: String
    /// The half-year.
    public var period: ReportingPeriod
    /// The records; none is "nothing to report".
    public var records: [PlainRecord]

    /// Creates a delivery.
    public init(source: String, holder: String, period: ReportingPeriod, records: [PlainRecord]) {
        self.source = source
        self.holder = holder
        self.period = period
        self.records = records
    }

    /// The file.
    public var csv: String {
        let isMeasure = source == "jeugdbescherming"
        let hasCrisis = !isMeasure && period.year >= 2018
        var header = [
            "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "gemeente",
        ]
        header += isMeasure ? ["maatregel"] : ["verwijzer", "hulpvorm"]
        if hasCrisis { header.append("gestart_met_crisis") }
        header += ["datum_aanvang", "datum_einde", "reden_beeindiging"]
        if isMeasure { header += ["datum_overgedragen", "datum_overgedragen_gekregen"] }
        // Delivered by some only, so that stores hold deliveries with and without.
        let hasOutcomes = hasCrisis && records.contains(where: \.hasOutcome)
        if hasOutcomes { header += ["tevredenheid", "zonder_hulp_verder", "informant"] }
        var lines = [header.joined(separator: ";")]
        for record in records {
            var fields = [
                holder, period.description, record.number, record.birth, record.sex,
                record.municipality,
            ]
            fields += isMeasure ? [record.code] : [record.referrer, record.code]
            if hasCrisis { fields.append(record.crisis) }
            fields += [record.start, record.end, record.reason]
            if isMeasure { fields += [record.handedOver, record.takenOver] }
            if hasOutcomes {
                fields += [record.satisfaction, record.withoutHelp, record.informant]
            }
            lines.append(fields.joined(separator: ";"))
        }
        if records.isEmpty {
            let rest = String(repeating: ";", count: header.count - 2)
            lines.append("\(holder);\(period)" + rest)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
