/// *Jeugdhulptraject*: one form of help to one child by one provider, as it truly was.
struct Trajectory: Sendable {
    var child: Int32
    var start: Int32
    /// The last day, or ``DayTable/open``.
    var end: Int32
    /// The last day of the first of two overlapping records; 0 when there is one record.
    var firstRecordEnd: Int32 = 0
    /// The first day of the second of two overlapping records.
    var secondRecordStart: Int32 = 0
    var holder: UInt16
    /// The place of the form in the parameters.
    var form: UInt8
    /// The code of the referrer.
    var referrer: UInt8
    /// The code of the reason of ending, 0 when it is missing; without meaning while open.
    var reason: UInt8

    /// Whether the trajectory ran on a day of the stretch.
    func runs(from first: Int32, to last: Int32) -> Bool { start <= last && end >= first }
}
