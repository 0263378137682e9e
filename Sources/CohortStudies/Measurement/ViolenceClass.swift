public import Definitions

/// *Klasse van geweld*: none, moderate, or much or severe.
public enum ViolenceClass: String, CaseIterable, Sendable {
    /// No incident.
    case none
    /// Fewer incidents than the border, none of them severe.
    case moderate
    /// From the border on, or any severe incident.
    case muchOrSevere = "much-or-severe"

    /// The class of a measurement; `nil` where the incidents were not answered.
    ///
    /// A severe incident decides by itself; without it the number does. Whether any was severe must
    /// be known for a class below.
    public static func of(
        _ measurement: Measurement,
        _ violence: CohortRequest.Violence
    ) -> ViolenceClass? {
        let severe = measurement.answers[Measurement.severe]
        if severe == 1 { return .muchOrSevere }
        guard let incidents = measurement.answers[Measurement.incidents] else { return nil }
        if incidents >= Double(violence.muchFrom) { return .muchOrSevere }
        if incidents == 0 { return ViolenceClass.none }
        return severe == 0 ? .moderate : nil
    }
}
