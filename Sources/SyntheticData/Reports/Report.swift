/// *Melding* or *advies* at Veilig Thuis, as it truly was.
struct Report: Sendable {
    /// Someone in a report.
    struct Person: Sendable {
        /// The child, or -1 for an adult of whom nothing is known but year of birth and sex.
        var child: Int32
        /// S, P, B or O.
        var role: UInt8
        /// The year of birth of an adult.
        var birthYear: UInt16 = 0
        /// The sex of an adult.
        var sex: UInt8 = 0
    }

    /// The place of the organisation among the regions.
    var organisation: UInt8
    /// Whether it is a report; else an advice.
    var isReport: Bool
    /// The number of the record, counted over the country.
    var number: UInt32
    /// The number of the case, counted over the country; 0 for an advice.
    var caseNumber: UInt32
    /// The day.
    var day: Int32
    /// The code of who reported or asked.
    var reporter: UInt8
    /// The natures of the violence, as bits by code.
    var natures: UInt16
    /// The occasions, as bits by code.
    var occasions: UInt16
    /// The people in it.
    var persons: [Person]
    /// The day of the safety assessment, 0 for an advice.
    var assessed: Int32 = 0
    /// The appraisal, by its place among `A S AS N`.
    var appraisal: UInt8 = 0
    /// The decision, by its place among `OV VV ON BE GV`.
    var decision: UInt8 = 0
    /// The first day of a service, or 0.
    var serviceStart: Int32 = 0
    /// The last day of a service, or 0.
    var serviceEnd: Int32 = 0
    /// The outcome of an investigation, or 0.
    var outcome: UInt8 = 0
    /// To whom it was handed over, or 0.
    var referral: UInt8 = 0
    /// Earlier involvement, by its place among `E VB VN VM H`.
    var involvement: UInt8 = 0

    /// Whether sexual abuse is among the natures.
    var isSexualAbuse: Bool { natures & 1 << 6 != 0 }

    /// Whether a date of it falls in a stretch of days, or a service runs in it.
    func belongs(from first: Int32, to last: Int32) -> Bool {
        if day >= first, day <= last { return true }
        guard isReport, day <= last else { return false }
        if assessed >= first, assessed <= last { return true }
        return serviceStart > 0 && serviceStart <= last && serviceEnd >= first
    }
}

/// *Aanmelding* at a Centrum Seksueel Geweld, as it truly was.
struct CentreContact: Sendable {
    /// The place of the centre among the regions.
    var centre: UInt8
    /// The day.
    var day: Int32
    /// The age class, by its place among `0-11 12-17 18+`.
    var ageClass: UInt8
    /// Within seven days after the incident.
    var isAcute: Bool
    /// The nature, by its place among `V A O X`.
    var nature: UInt8
    /// Whether it was someone of the own network.
    var isOwnNetwork: Bool
    /// Whether it went on.
    var isStructural: Bool
}

/// The regions in which advices, reports and contacts are counted.
struct ReportRegions: Sendable {
    /// The codes of the regions of Veilig Thuis, in byte order.
    let organisations: [String]
    /// The names of the regions of the centres, in byte order.
    let centres: [String]
    /// For each municipality of the reference year the place of its organisation.
    var organisationOfHome: [UInt8] = []
}
