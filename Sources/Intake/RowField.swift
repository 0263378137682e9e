/// A column of a delivery by its protocol name.
///
/// Which columns a source has, and where the values of each are kept, is told by its record in the
/// definitions (see ``RowLayout``); the names below are those that rules speak of.
public struct RowField: Hashable, Sendable {
    /// The name in the header, as `datum_aanvang`.
    public let rawValue: String

    /// Names a column.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}

extension RowField {
    /// The citizen service number.
    public static let number = RowField("bsn")
    /// Date of birth.
    public static let birth = RowField("geboortedatum")
    /// Sex.
    public static let sex = RowField("geslacht")
    /// Postcode.
    public static let postcode = RowField("postcode")
    /// Municipality.
    public static let municipality = RowField("gemeente")
    /// Referrer.
    public static let referrer = RowField("verwijzer")
    /// Form of youth assistance.
    public static let form = RowField("hulpvorm")
    /// Type of measure.
    public static let measure = RowField("maatregel")
    /// Started in a crisis.
    public static let crisis = RowField("gestart_met_crisis")
    /// Perspective.
    public static let perspective = RowField("perspectief")
    /// Start.
    public static let start = RowField("datum_aanvang")
    /// End.
    public static let end = RowField("datum_einde")
    /// Reason of ending.
    public static let reason = RowField("reden_beeindiging")
    /// Satisfaction.
    public static let satisfaction = RowField("tevredenheid")
    /// Going on without help.
    public static let withoutHelp = RowField("zonder_hulp_verder")
    /// Who was asked.
    public static let informant = RowField("informant")
    /// Last day at this institution before a transfer.
    public static let handedOver = RowField("datum_overgedragen")
    /// First day at this institution after a transfer.
    public static let takenOver = RowField("datum_overgedragen_gekregen")
    /// Recognised intervention.
    public static let intervention = RowField("erkende_interventie")
}

extension RowField {
    /// Advice or report.
    public static let kind = RowField("soort")
    /// The number of a record at its holder.
    public static let record = RowField("nummer")
    /// The number of a case.
    public static let caseNumber = RowField("casus")
    /// The day of an advice, report or contact.
    public static let day = RowField("datum")
    /// Who reported or asked for advice.
    public static let reporter = RowField("melder")
    /// Nature of the violence; at a centre, of the act.
    public static let nature = RowField("aard")
    /// What the report was about.
    public static let occasion = RowField("aanleiding")
    /// The person's part in it.
    public static let role = RowField("rol")
    /// The day of the safety assessment.
    public static let assessed = RowField("datum_beoordeling")
    /// The safety appraisal.
    public static let appraisal = RowField("taxatie")
    /// The decision.
    public static let decision = RowField("besluit")
    /// The first day of the service.
    public static let serviceStart = RowField("datum_dienst_aanvang")
    /// The last day of the service.
    public static let serviceEnd = RowField("datum_dienst_einde")
    /// The outcome of the investigation.
    public static let outcome = RowField("uitkomst")
    /// To whom it was handed over.
    public static let referrals = RowField("vervolg")
    /// Earlier involvement.
    public static let involvement = RowField("betrokkenheid")
}

extension RowField {
    /// Age class.
    public static let ageClass = RowField("leeftijd")
    /// Within seven days after the incident.
    public static let acute = RowField("acuut")
    /// Own network or not.
    public static let ownNetwork = RowField("kring")
    /// Single or structural.
    public static let duration = RowField("duur")
    /// How many.
    public static let count = RowField("aantal")
    /// The day of the incident.
    public static let incident = RowField("datum_incident")
    /// Year of birth.
    public static let birthYear = RowField("geboortejaar")
    /// The relation to who did it.
    public static let relations = RowField("relatie")
    /// Whether there was contact with the police.
    public static let police = RowField("politie")
    /// Whether there was a forensic examination.
    public static let forensic = RowField("forensisch")
}

extension RowField {
    /// The year of a figure.
    public static let year = RowField("year")
    /// The municipality of a figure.
    public static let place = RowField("gm_code")
    /// Inhabitants under 18.
    public static let minors = RowField("population_0_17")
    /// Age in years.
    public static let age = RowField("age")
    /// Sex in a table of inhabitants.
    public static let inhabitantSex = RowField("sex")
    /// Inhabitants.
    public static let population = RowField("population")
    /// The name of a study.
    public static let study = RowField("studie")
    /// Whom a study was about.
    public static let studied = RowField("populatie")
    /// What a study counted.
    public static let definition = RowField("definitie")
    /// How a study measured.
    public static let method = RowField("methode")
    /// The year of a study.
    public static let studyYear = RowField("jaar")
    /// The form of maltreatment.
    public static let studyForm = RowField("vorm")
    /// The estimate.
    public static let perThousand = RowField("per_1000")
    /// The lower bound.
    public static let lower = RowField("ondergrens")
    /// The upper bound.
    public static let upper = RowField("bovengrens")
    /// Where the estimate was published.
    public static let reference = RowField("bron")
}

/// Marks on a row.
enum RowFlag {
    /// A code was an alias and has been converted.
    static let alias: UInt8 = 1
    /// Day or month of birth is unknown.
    static let approximateBirth: UInt8 = 2
    /// The record is left out.
    static let leftOut: UInt8 = 128
}
