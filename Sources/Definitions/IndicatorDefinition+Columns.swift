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
        case .source, .lists, .model: "verslagperiode"
        case .index: "uitkomst"
        case .reportGroup: "aard"
        case .day: "datum"
        }
    }
}

extension IndicatorDefinition {
    /// Whether it is made for calendar years and for no half-years.
    public var isForYearsOnly: Bool {
        population == .knownChildren || population == .childrenLinked
    }

    /// Whether persons are followed in a second source from a day on.
    public var followsPersons: Bool { population.followsPersons }
}

extension IndicatorDefinition.Population {
    /// Whether persons are followed in a second source from a day on.
    var followsPersons: Bool { self == .childrenReported || self == .minorsInContact }

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
                .repeatReports, .repeatNewMatter, .repeatReportsUnknown, .repeatReportsKnown,
                .percent,
            ]
        case .reportTerms:
            [
                .reports, .assessedInTime, .assessedLate, .assessmentOpen, .servicesEnded,
                .servicesInTime, .servicesUnknown, .assessmentDecided, .servicesAssessed, .percent,
            ]
        case .reportsAssessed, .investigationsEnded, .reportsClosed: [.reports]
        case .minorsRegistered: [.registrations]
        case .knownChildren: [.children, .population]
        case .childrenReported, .minorsInContact:
            [
                .children, .helpRunning, .helpStarted, .helpRunningAndStarted, .noHelpSeen,
                .followUpEnded, .unlinked, .cumulativeIncidence,
            ]
        case .childrenLinked:
            [
                .children, .estimatedTotal, .estimatedTotalLower, .estimatedTotalUpper, .akaike,
                .bayes,
            ]
        }
    }
}

extension IndicatorDefinition.Measure.Kind {
    /// The rung of the ladder on which it counts; `nil` for what counts nothing by itself and for
    /// what stands on the rung of its indicator.
    public var rung: UnitOfCount? {
        switch self {
        case .trajectories: .trajectory
        case .youths, .population, .children, .helpRunning, .helpStarted, .helpRunningAndStarted,
            .noHelpSeen, .followUpEnded, .unlinked:
            .child
        case .advices: .advice
        case .reports, .reportsOnce, .reportsPassedOn, .reportsWithoutCase, .assessedInTime,
            .assessedLate, .assessmentOpen, .servicesEnded, .servicesInTime, .servicesUnknown,
            .repeatReports, .repeatNewMatter, .repeatReportsUnknown, .assessmentDecided,
            .servicesAssessed, .repeatReportsKnown:
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

    /// Whether it follows from a model of the counts, and is none.
    public var isModelled: Bool {
        switch self {
        case .cumulativeIncidence, .estimatedTotal, .estimatedTotalLower, .estimatedTotalUpper,
            .akaike, .bayes:
            true
        default: false
        }
    }

    /// Whether it looks at help, so that forms can limit it.
    var looksAtHelp: Bool {
        switch self {
        case .trajectories, .helpRunning, .helpStarted, .helpRunningAndStarted, .noHelpSeen,
            .followUpEnded, .cumulativeIncidence:
            true
        default: false
        }
    }

    /// Whether it counts outcomes of help, which is done for some referrers only.
    public var isOutcome: Bool {
        self == .satisfactionKnown || self == .meanSatisfaction || self == .withoutHelp
    }
}
