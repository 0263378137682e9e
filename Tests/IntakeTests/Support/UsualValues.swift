/// Values of each source that break no rule; each row is of someone or something else.
struct UsualValues {
    let source: String
    let period: String

    func row(_ index: Int) -> [String: String] {
        switch source {
        case "veiligthuis": report(index)
        case "csg-counts": count(index)
        case "csg-records": contact(index)
        case "population":
            ["year": "2019", "gm_code": "GM0363", "population_0_17": "1000", "sex": "", "age": ""]
        case "prevalence":
            [
                "studie": "NPM-2017", "populatie": "0-17", "definitie": "kindermishandeling",
                "methode": "informant", "jaar": "2017", "vorm": "totaal", "per_1000": "31.5",
                "ondergrens": "26", "bovengrens": "37", "bron": "nji.nl",
            ]
        default: person(index)
        }
    }

    private var year: String { String(period.prefix(4)) }

    private func person(_ index: Int) -> [String: String] {
        let start = year + (period.hasSuffix("H1") ? "0201" : "0801")
        let common = [
            "aanbieder": "12345678", "verslagperiode": period, "bsn": FictiveNumber.text(index),
            "geboortedatum": "20100115", "geslacht": "V", "gemeente": "GM0363",
            "datum_aanvang": start,
        ]
        let own: [String: String] =
            switch source {
            case "jeugdhulp":
                [
                    "verwijzer": "01", "hulpvorm": "02", "gestart_met_crisis": "N",
                    "perspectief": "03",
                ]
            case "jeugdreclassering": ["maatregel": "41", "geboortedatum": "20040115"]
            default: ["maatregel": "11"]
            }
        return common.merging(own) { $1 }
    }

    private func report(_ index: Int) -> [String: String] {
        [
            "organisatie": "VT01", "verslagperiode": period, "soort": "M", "nummer": "M\(index)",
            "casus": "casus \(index)", "datum": year + (period.hasSuffix("H1") ? "0301" : "0901"),
            "melder": "01", "aard": "01", "aanleiding": "08", "rol": "S",
            "geboortedatum": "20100115", "geslacht": "V", "gemeente": "GM0363",
            "betrokkenheid": "E",
        ]
    }

    private func count(_ index: Int) -> [String: String] {
        [
            "centrum": "Drenthe", "verslagperiode": period,
            "leeftijd": ["0-11", "12-17", "18+"][index % 3], "acuut": ["J", "N"][index / 3 % 2],
            "aard": ["V", "A", "O", "X"][index / 6 % 4], "kring": ["J", "N"][index / 24 % 2],
            "duur": ["E", "S"][index / 48 % 2], "aantal": "\(index + 1)",
        ]
    }

    private func contact(_ index: Int) -> [String: String] {
        [
            "centrum": "Drenthe", "verslagperiode": period, "nummer": "R\(index)",
            "datum": year + (period.hasSuffix("H1") ? "0301" : "0901"),
            "datum_incident": year + (period.hasSuffix("H1") ? "0228" : "0831"),
            "geboortejaar": "2004", "geslacht": "V", "gemeente": "GM0106", "acuut": "J",
            "aard": "V", "relatie": "N", "duur": "E", "politie": "N", "forensisch": "N",
        ]
    }
}
