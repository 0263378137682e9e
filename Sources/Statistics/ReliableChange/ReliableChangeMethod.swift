/// How a change of one person's score is set against the error of measurement.
///
/// With pre, post: the scores; M, s: mean and deviation at the first measurement; r: reliability.
public enum ReliableChangeMethod: String, Sendable, CaseIterable {
    /// Jacobson and Truax 1991: (post − pre) ÷ (s √(2(1 − r))).
    case jacobsonTruax = "JT"
    /// Gulliksen, Lord and Novick: ((post − M) − r (pre − M)) ÷ (s √(1 − r²)).
    case gulliksenLordNovick = "GLN"
    /// Hsu, Linn and Lord 1989: as GLN, the post score against the mean at the second measurement.
    case hsuLinnLord = "HLL"
    /// Edwards and Nunnally (Speer 1992): (post − (r (pre − M) + M)) ÷ (s √(1 − r)).
    case edwardsNunnally = "EN"
    /// Nunnally and Kotsch 1983: as EN, divided by √(s² r² (1 − r) + s² (1 − r′)) with r′ the
    /// reliability at the second measurement.
    case nunnallyKotsch = "NK"
    /// Hageman and Arrindell 1999: the change drawn to the mean change by the reliability of
    /// differences.
    case hagemanArrindell = "HA"

    /// The critical value that its authors or users take: 1.96, or 1.645 one-sided for HA.
    public var standardCriticalValue: Double { self == .hagemanArrindell ? 1.645 : 1.96 }
}

/// Which border between the scores of patients and those of others a person has to cross.
public enum ClinicalCutoff: String, Sendable, CaseIterable {
    /// More than two deviations from the mean of the clinical population.
    case a
    /// Within two deviations of the mean of the functional population.
    case b
    /// Nearer to the functional than to the clinical mean, in deviations of each.
    case c
}

/// Where a person stands after the second measurement.
public enum ChangeClass: String, Sendable, CaseIterable {
    /// Reliably improved, and from the clinical to the functional side of the cut-off.
    case recovered
    /// Reliably improved.
    case improved
    /// No reliable change.
    case unchanged
    /// Reliably deteriorated.
    case deteriorated
    /// Reliably deteriorated, and from the functional to the clinical side.
    case harmed
}
