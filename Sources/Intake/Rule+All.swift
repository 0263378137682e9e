extension Rule {
    /// Every rule on rows, in the order of their codes.
    public static let all: [Rule] = [
        .startIsMissing, .startIsNoDate, .dateIsUnreadable,
        .endIsBeforeStart, .startIsAfterPeriod, .endIsBeforePeriod,
        .endIsAfterPeriod, .formIsUnknown, .isTooOldAtStart,
        .recordIsRepeated, .numberIsNoNumber, .birthIsUnreadable,
        .sexIsUnknownCode, .postcodeIsMalformed, .municipalityIsUnknown,
        .referrerIsUnknownCode, .crisisIsUnknownCode, .perspectiveIsUnknownCode,
        .reasonIsUnknownCode, .satisfactionIsUnknownCode, .withoutHelpIsUnknownCode,
        .informantIsUnknownCode, .reasonWithoutEnd, .numberIsEmpty,
        .birthIsEmpty, .sexIsEmpty, .referrerIsEmpty,
        .placeIsEmpty, .endWithoutReason, .isAdultAtStart,
        .birthIsAfterStart, .sameStartTwice, .numberHasTwoFaces,
        .referrerUnknownIsOld, .outcomeWithoutInformant, .closedByUnusualReferrer,
        .formIsAlias, .measureIsUnknown, .endedAndHandedOver,
        .takenOverWithStart, .guardianshipOfAdult, .supervisionOfAdult,
        .reasonOfOtherMeasure, .runningHasVanished, .startHasChanged,
    ]

    /// The number of a rule in ``all``.
    static func number(of code: String) -> UInt8 {
        UInt8(all.firstIndex { $0.code == code } ?? 255)
    }
}
