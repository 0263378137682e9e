extension Rule {
    /// Every rule on rows, in the order of their codes.
    public static let all: [Rule] = [
        .startIsMissing, .startIsNoDate, .dateIsUnreadable, .endIsBeforeStart,
        .startIsAfterPeriod, .endIsBeforePeriod, .endIsAfterPeriod, .formIsUnknown,
        .isTooOldAtStart, .recordIsRepeated, .numberIsNoNumber, .birthIsUnreadable,
        .sexIsUnknownCode, .postcodeIsMalformed, .municipalityIsUnknown, .referrerIsUnknownCode,
        .crisisIsUnknownCode, .perspectiveIsUnknownCode, .reasonIsUnknownCode,
        .satisfactionIsUnknownCode, .withoutHelpIsUnknownCode, .informantIsUnknownCode,
        .reasonWithoutEnd, .numberIsEmpty, .birthIsEmpty, .sexIsEmpty, .referrerIsEmpty,
        .placeIsEmpty, .endWithoutReason, .isAdultAtStart, .birthIsAfterStart, .sameStartTwice,
        .numberHasTwoFaces, .referrerUnknownIsOld, .outcomeWithoutInformant, .crisisIsEmpty,
        .outcomeOfRunningHelp, .unbornWithResidence, .unbornHasBirthDate, .birthIsPlaceholder,
        .isTooOldInPeriod, .earlyEndOnStart, .closedByUnusualReferrer, .overlappingRecords,
        .formIsAlias, .twoResidencesAtOnce, .numberOfManyRecords, .measureIsUnknown,
        .endedAndHandedOver, .takenOverWithStart, .guardianshipOfAdult, .supervisionOfAdult,
        .reasonOfOtherMeasure, .provisionalOrderIsLong, .adultReasonOfMinor,
        .turnedIntoOrderOfOther, .twoMeasuresAtOnce, .recordAfterDeath, .runningHasVanished,
        .startHasChanged, .kindIsUnknown, .recordNumberIsNone, .dayIsMissing, .dayIsNoDate,
        .serviceEndsBeforeStart, .dateIsAfterPeriod, .noDateInPeriod, .reporterIsUnknownCode,
        .natureIsUnknownCode, .occasionIsUnknownCode, .roleIsUnknownCode,
        .appraisalIsUnknownCode, .decisionIsUnknownCode, .outcomeIsUnknownCode,
        .referralIsUnknownCode, .involvementIsUnknownCode, .adviceWithNumber, .caseIsMissing,
        .roleIsMissing, .involvementIsMissing, .decisionIsMissing, .assessmentIsMissing,
        .outcomeIsMissing, .outcomeWithoutInvestigation, .assessedBeforeReport,
        .serviceBeforeReport, .serviceWithoutStart, .reporterIsEmpty, .natureIsEmpty,
        .adviceWithReportFields, .natureNeedsChild, .assessmentIsVeryLate, .serviceIsVeryLong,
        .birthIsAfterReport, .isImprobablyOld, .noFollowUpWithFollowUp,
        .perpetratorIsYoungChild, .recordTellsTwoStories, .samePersonTwiceInRecord,
        .reportWithManyPersons, .caseWithManyReports, .firstReportIsNotFirst,
        .reportWithoutVictim, .recordInSeveralCases, .ageClassIsUnknown, .countIsNoNumber,
        .acuteIsUnknownCode, .actIsUnknownCode, .ownNetworkIsUnknownCode,
        .durationIsUnknownCode, .cellGivenTwice, .countIsVeryLarge, .dimensionIsEmpty,
        .contactIsBeforePeriod, .incidentIsAfterContact, .acuteIsNotAcute, .notAcuteIsAcute,
        .birthYearIsNone, .birthYearIsEmpty, .contactActIsUnknownCode, .relationIsUnknownCode,
        .policeIsUnknownCode, .forensicIsUnknownCode, .unknownPersonAmongKnown,
        .onlineWithForensicExam, .registrationTwice, .structuralByUnknownPerson,
        .interventionIsUnknownCode, .isTooYoungForRehabilitation, .preventiveWithOtherReason,
        .endedWithoutIntervention, .preventiveWithIntervention, .rehabilitationOfAdult,
        .fieldIsOftenEmpty, .endsAreHeaped, .startsAreHeaped, .fieldHasOneValue, .nothingEnds,
        .nothingStarts, .birthsAreHeaped, .reportsOnOneDay, .policeShareIsOdd,
        .noSexualAbuseAtAll, .minorShareIsOdd, .acuteShareIsOdd, .nobodyCame, .yearIsNone,
        .placeIsUnknown, .figureIsNoNumber, .yearIsOutOfReach, .inhabitantsGivenTwice,
        .inhabitantSexIsUnknownCode, .ageIsImprobable, .municipalityIsVeryLarge,
        .inhabitantsJump, .yearOfPlaceIsMissing, .studyIsEmpty, .methodIsUnknown,
        .studyYearIsNone, .estimateIsMissing, .estimateIsNoNumber, .boundsAreCrossed,
        .estimateOutsideBounds, .estimateGivenTwice, .referenceIsEmpty, .methodsInOneStudy,
    ]

    /// The number of a rule in ``all``.
    static func number(of code: String) -> UInt8 {
        UInt8(all.firstIndex { $0.code == code } ?? 255)
    }
}
