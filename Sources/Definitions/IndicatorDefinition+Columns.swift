public import Domain

extension IndicatorDefinition.Breakdown {
    /// The protocol column whose content decides the class of a record.
    public var protocolColumn: String {
        switch self {
        case .form, .heaviestForm: "hulpvorm"
        case .referrer, .referrerGroup: "verwijzer"
        case .age: "geboortedatum"
        case .sex: "geslacht"
        case .reason: "reden_beeindiging"
        case .durationClass: "datum_einde"
        case .type: "maatregel"
        case .informant: "informant"
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

extension IndicatorDefinition {
    /// Whether it is made for calendar years and for no half-years.
    public var isForYearsOnly: Bool { population == .knownChildren }
}

extension IndicatorDefinition.Population {
    /// The kinds of measure that can be counted in it.
    public var kinds: [IndicatorDefinition.Measure.Kind] {
        switch self {
        case .running: [.trajectories, .youths, .recordsWithoutPerson, .percent, .ageStandardised]
        case .started: [.trajectories, .repeatUse, .repeatUnknown, .percent]
        case .ended:
            [
                .trajectories, .meanDays, .medianDays, .noNewStart, .noNewStartUnknown,
                .satisfactionKnown, .meanSatisfaction, .withoutHelp, .percent,
            ]
        case .balance: [.opening, .inflow, .transferIn, .outflow, .transferOut, .closing]
        case .withMeasure: [.youths, .recordsWithoutPerson, .population, .perThousand]
        case .measuresStarted: [.inflow, .repeatUse, .repeatUnknown]
        case .measuresEnded: [.outflow]
        case .withBoth: [.youths]
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

extension IndicatorDefinition.Measure.Kind {
    /// The rung of the ladder on which it counts; `nil` for what counts nothing by itself and for
    /// what stands on the rung of its indicator.
    public var rung: UnitOfCount? {
        switch self {
        case .trajectories: .trajectory
        case .youths, .population, .children: .child
        case .advices: .advice
        case .reports, .reportsOnce, .reportsPassedOn, .reportsWithoutCase, .assessedInTime,
            .assessedLate, .assessmentOpen, .servicesEnded, .servicesInTime, .servicesUnknown,
            .repeatReports, .repeatNewMatter, .repeatReportsUnknown:
            .report
        case .cases: .caseOfReports
        case .registrations: .registration
        case .opening, .inflow, .transferIn, .outflow, .transferOut, .closing: .measure
        default: nil
        }
    }

    /// Whether it is one measure divided by another of the same indicator.
    public var isRatio: Bool { self == .percent || self == .ageStandardised }

    /// Whether it is a mean or median of something, and no count.
    public var isMean: Bool {
        self == .meanDays || self == .medianDays || self == .meanSatisfaction
    }

    /// Whether it counts outcomes of help, which is done for some referrers only.
    public var isOutcome: Bool {
        self == .satisfactionKnown || self == .meanSatisfaction || self == .withoutHelp
    }
}
