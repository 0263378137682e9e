extension IndicatorDefinition.Breakdown {
    /// The protocol column whose content decides the class of a record.
    public var protocolColumn: String {
        switch self {
        case .form, .heaviestForm: "hulpvorm"
        case .referrer: "verwijzer"
        case .age: "geboortedatum"
        case .sex: "geslacht"
        case .reason: "reden_beeindiging"
        case .durationClass: "datum_einde"
        case .type: "maatregel"
        case .scope, .nature: "aard"
        case .reporterGroup: "melder"
        case .appraisal: "taxatie"
        case .decision: "besluit"
        case .outcome: "uitkomst"
        case .referral: "vervolg"
        case .involvement: "betrokkenheid"
        case .acute: "acuut"
        case .ownNetwork: "kring"
        case .duration: "duur"
        case .source: "verslagperiode"
        }
    }
}

extension IndicatorDefinition.Population {
    /// The kinds of measure that can be counted in it.
    public var kinds: [IndicatorDefinition.Measure.Kind] {
        switch self {
        case .running: [.trajectories, .youths, .recordsWithoutPerson]
        case .started: [.trajectories, .repeatUse, .repeatUnknown]
        case .ended: [.trajectories, .meanDays, .medianDays]
        case .balance: [.opening, .inflow, .transferIn, .outflow, .transferOut, .closing]
        case .withMeasure: [.youths, .recordsWithoutPerson, .population, .perThousand]
        case .reportsReceived:
            [
                .advices, .reports, .reportsOnce, .reportsPassedOn, .cases, .reportsWithoutCase,
                .repeatReports, .repeatNewMatter, .repeatReportsUnknown,
            ]
        case .reportTerms:
            [
                .reports, .assessedInTime, .assessedLate, .assessmentOpen, .servicesEnded,
                .servicesInTime, .servicesUnknown,
            ]
        case .reportsAssessed, .investigationsEnded, .reportsClosed: [.reports]
        case .minorsRegistered: [.registrations]
        case .knownChildren: [.children, .population]
        }
    }
}
