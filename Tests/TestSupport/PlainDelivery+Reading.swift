import Domain

extension PlainDelivery {
    /// Reads a file of the exchange format back into plain records.
    ///
    /// Only what tests write: one separator, `;`, and no quotes.
    ///
    /// - Returns: `nil` when the text has no record or no half-year.
    public init?(csv text: String, source: String) {
        let lines = text.split(separator: "\n").map(String.init)
        guard let first = lines.first else { return nil }
        let names = PlainDelivery.fields(of: first)
        var holder = ""
        var period: ReportingPeriod?
        var records: [PlainRecord] = []
        for line in lines.dropFirst() {
            let values = PlainDelivery.fields(of: line)
            let row = Dictionary(uniqueKeysWithValues: zip(names, values))
            holder = row["aanbieder"] ?? ""
            period = ReportingPeriod(row["verslagperiode"] ?? "")
            if let record = PlainRecord(row) { records.append(record) }
        }
        guard let period else { return nil }
        self.init(source: source, holder: holder, period: period, records: records)
    }

    private static func fields(of line: String) -> [String] {
        line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
}

extension PlainRecord {
    /// A record by protocol names, or `nil` when everything but holder and half-year is empty.
    init?(_ row: [String: String]) {
        self.init()
        number = row["bsn"] ?? ""
        birth = row["geboortedatum"] ?? ""
        sex = row["geslacht"] ?? ""
        municipality = row["gemeente"] ?? ""
        referrer = row["verwijzer"] ?? ""
        code = row["hulpvorm"] ?? row["maatregel"] ?? ""
        crisis = row["gestart_met_crisis"] ?? ""
        start = row["datum_aanvang"] ?? ""
        end = row["datum_einde"] ?? ""
        reason = row["reden_beeindiging"] ?? ""
        handedOver = row["datum_overgedragen"] ?? ""
        takenOver = row["datum_overgedragen_gekregen"] ?? ""
        satisfaction = row["tevredenheid"] ?? ""
        withoutHelp = row["zonder_hulp_verder"] ?? ""
        informant = row["informant"] ?? ""
        guard self != PlainRecord() else { return nil }
    }
}
