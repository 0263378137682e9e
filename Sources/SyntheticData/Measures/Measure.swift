/// *Kinderbeschermingsmaatregel*: one measure for one child, as it truly was.
struct Measure: Sendable {
    var child: Int32
    var start: Int32
    /// The last day, or ``DayTable/open``.
    var end: Int32
    /// The last day at the first institution, 0 when the measure was not transferred.
    var transferred: Int32 = 0
    var institution: UInt16
    /// The institution that took the measure over.
    var receiver: UInt16 = 0
    /// The code of the type.
    var type: UInt8
    /// The code of the reason of ending.
    var reason: UInt8

    /// The parts that separate institutions deliver.
    var segments: [Segment] {
        guard transferred > 0 else {
            return [Segment(institution: institution, first: start, last: end, isReceived: false)]
        }
        return [
            Segment(institution: institution, first: start, last: transferred, isReceived: false),
            Segment(institution: receiver, first: transferred + 1, last: end, isReceived: true),
        ]
    }

    /// The part of a measure at one institution.
    struct Segment: Sendable {
        let institution: UInt16
        let first: Int32
        let last: Int32
        /// Whether another institution had the measure before.
        let isReceived: Bool
    }
}
