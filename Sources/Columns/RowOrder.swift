/// Rows put together by person and, within a person, in the order of a sort key.
///
/// A counting sort over the persons, then insertion within each; rows of nobody come last, in
/// their own order. Rows with equal keys keep the order in which they stood.
public struct RowOrder: Sendable {
    /// The rows in order.
    public let rows: [UInt32]

    /// For each person where its rows begin in ``rows``, and as last entry where nobody's begin.
    public let starts: [UInt32]

    /// Orders rows.
    ///
    /// - Parameters:
    ///   - persons: for each row its person below `personCount`, or ``Numbering/nobody``.
    ///   - personCount: how many persons there are.
    ///   - keys: for each row its sort key within the person.
    ///   - workers: the cores to sort on.
    /// - Throws: what a worker throws; sorting itself throws nothing.
    /// - Complexity: O(*n*) for short runs.
    public init(persons: [UInt32], personCount: Int, keys: [UInt64], workers: Workers) throws {
        precondition(persons.count == keys.count)
        var starts = [UInt32](repeating: 0, count: personCount + 1)
        for person in persons where person != Numbering.nobody { starts[Int(person)] += 1 }
        var sum: UInt32 = 0
        for person in starts.indices { (starts[person], sum) = (sum, sum + starts[person]) }
        let sorted = try UnsafeRowSort.sort(
            persons: persons,
            keys: keys,
            starts: starts,
            workers: workers
        )
        self.rows = sorted
        self.starts = starts
    }
}
