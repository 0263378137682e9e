import Domain

/// Writes what an organisation of Veilig Thuis delivers over a half-year: every record with a date
/// in it, as far as was known on its last day.
struct ReportFile {
    let world: World
    let period: ReportingPeriod
    let columns: ProtocolColumns
    private let first: Int32
    private let last: Int32

    static let header = [
        "organisatie", "verslagperiode", "soort", "nummer", "casus", "datum", "melder", "aard",
        "aanleiding", "rol", "bsn", "geboortedatum", "geslacht", "gemeente", "datum_beoordeling",
        "taxatie", "besluit", "datum_dienst_aanvang", "datum_dienst_einde", "uitkomst", "vervolg",
        "betrokkenheid",
    ]

    init(_ world: World, periodIndex: Int, columns: ProtocolColumns) {
        self.world = world
        period = world.periods[periodIndex]
        self.columns = columns
        first = period.start.number
        last = period.end.number
    }

    /// Appends header and rows of an organisation's reports.
    func append(_ reports: [Report], of organisation: Int, to bytes: inout [UInt8]) {
        bytes += ReportFile.header.joined(separator: ";").utf8
        bytes.append(0x0A)
        let lead = world.regions.organisations[organisation] + ";" + period.description
        var isEmpty = true
        for report in reports where report.belongs(from: first, to: last) {
            for person in report.persons {
                bytes += lead.utf8
                appendRow(report, person, to: &bytes)
                isEmpty = false
            }
        }
        if isEmpty {
            bytes += lead.utf8
            bytes += Array(repeating: UInt8(ascii: ";"), count: ReportFile.header.count - 2)
            bytes.append(0x0A)
        }
    }

    private func appendRow(_ report: Report, _ person: Report.Person, to bytes: inout [UInt8]) {
        func field(_ text: String) {
            bytes.append(UInt8(ascii: ";"))
            bytes += text.utf8
        }
        func day(_ number: Int32) {
            let isKnown = number > 0 && number <= last
            field(isKnown ? String(DayTable.digits(number)) : "")
        }
        let isReport = report.isReport
        let isAssessed = isReport && report.assessed <= last
        field(isReport ? "M" : "A")
        field((isReport ? "ML" : "AD") + String(report.number))
        field(isReport ? "C\(report.caseNumber)" : "")
        day(report.day)
        field(ReportFile.code(report.reporter))
        field(ReportFile.set(report.natures))
        field(ReportFile.set(report.occasions))
        field(isReport ? String(UnicodeScalar(person.role)) : "")
        appendPerson(person, isReport: isReport, to: &bytes)
        day(isReport ? report.assessed : 0)
        field(isAssessed ? ["A", "S", "AS", "N"][Int(report.appraisal)] : "")
        field(isAssessed ? ["OV", "VV", "ON", "BE", "GV"][Int(report.decision)] : "")
        day(isReport ? report.serviceStart : 0)
        day(isReport ? report.serviceEnd : 0)
        let isOver = report.serviceEnd > 0 && report.serviceEnd <= last
        field(isOver && report.outcome > 0 ? ReportFile.code(report.outcome) : "")
        field(isAssessed && report.referral > 0 ? ReportFile.code(report.referral) : "")
        field(isReport ? ["E", "VB", "VN", "VM", "H"][Int(report.involvement)] : "")
        bytes.append(0x0A)
    }

    private func appendPerson(
        _ person: Report.Person,
        isReport: Bool,
        to bytes: inout [UInt8]
    ) {
        let separator = UInt8(ascii: ";")
        bytes.append(separator)
        guard person.child >= 0 else {
            bytes.append(separator)
            if person.birthYear > 0 { bytes += "\(person.birthYear)0000".utf8 }
            bytes.append(separator)
            if person.sex > 0 { bytes.append(person.sex) }
            bytes.append(separator)
            return
        }
        let child = world.children[Int(person.child)]
        bytes.append(columns.number(of: child), digits: 9)
        bytes.append(separator)
        bytes.append(child.deliveredBirth, digits: 8)
        bytes.append(separator)
        bytes.append(child.sex)
        bytes.append(separator)
        let place = world.places.code(
            ofChild: Int(person.child),
            livingIn: child.home,
            in: period.ordinal
        )
        bytes += world.places.codes[Int(place)].utf8
    }

    private static func code(_ number: UInt8) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static func set(_ bits: UInt16) -> String {
        (1..<16).filter { bits & 1 << UInt16($0) != 0 }.map { code(UInt8($0)) }
            .joined(separator: "+")
    }
}

/// Writes what a Centrum Seksueel Geweld delivers over a half-year: the cells that are not nought.
struct CentreFile {
    let world: World
    let period: ReportingPeriod

    /// Appends header and cells of a centre.
    func append(_ contacts: [CentreContact], of centre: Int, to bytes: inout [UInt8]) {
        bytes += "centrum;verslagperiode;leeftijd;acuut;aard;kring;duur;aantal\n".utf8
        var cells: [String: Int] = [:]
        let days = period.start.number...period.end.number
        for contact in contacts where days.contains(contact.day) {
            let cell = [
                ["0-11", "12-17", "18+"][Int(contact.ageClass)], contact.isAcute ? "J" : "N",
                ["V", "A", "O", "X"][Int(contact.nature)], contact.isOwnNetwork ? "J" : "N",
                contact.isStructural ? "S" : "E",
            ]
            cells[cell.joined(separator: ";"), default: 0] += 1
        }
        let lead = world.regions.centres[centre] + ";" + period.description
        for (cell, count) in cells.sorted(by: { $0.key < $1.key }) {
            bytes += "\(lead);\(cell);\(count)\n".utf8
        }
        if cells.isEmpty { bytes += "\(lead);;;;;;\n".utf8 }
    }
}
