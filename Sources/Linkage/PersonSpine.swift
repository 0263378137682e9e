public import Columns
public import Store

/// Person numbers for computing: the place of each pseudonym among all of the store.
///
/// They stand on the 128-bit pseudonyms, because the receiving side may never see a citizen
/// service number. The numbers of each segment ascend, since its pseudonyms do, so that the same
/// person is found across segments by walking. Kept sealed beside the segments and made again when
/// these have changed.
public struct PersonSpine: Sendable {
    /// How many persons the store knows.
    public let personCount: Int

    private let numbers: [Int64: [UInt32]]

    /// The person numbers of a segment, in the order of its pseudonyms.
    public func numbers(of segment: SegmentReader) -> [UInt32] { numbers[segment.id] ?? [] }

    /// Opens the spine of a store, or makes it.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - wanted: the segments whose numbers are needed.
    ///   - keep: whether to write a spine that had to be made into the store.
    ///   - workers: the cores to work on.
    /// - Returns: the spine, with the numbers of the wanted segments at least.
    /// - Throws: a `StoreError` when a chunk does not open or the spine cannot be written.
    public static func load(
        store: DeliveryStore,
        wanted: [SegmentReader],
        keep: Bool,
        workers: Workers
    ) throws -> PersonSpine {
        let all = try store.segments()
        let state = all.map { String($0.id) }.joined(separator: ",")
        if let opened = try open(store: store, wanted: wanted, state: state, workers: workers) {
            return opened
        }
        let made = try make(all, workers: workers)
        if keep {
            let parts = try workers.map(all.count) { index in
                (segment: all[index].id, bytes: pack(made.numbers(of: all[index])))
            }
            let count = (segment: Int64(0), bytes: pack([UInt32(made.personCount)]))
            try store.replaceSpine(state: state, parts: [count] + parts)
        }
        return made
    }

    private static func open(
        store: DeliveryStore,
        wanted: [SegmentReader],
        state: String,
        workers: Workers
    ) throws -> PersonSpine? {
        guard let count = try store.spinePart(segment: 0, state: state) else { return nil }
        let parts = try workers.map(wanted.count) { index -> [UInt32]? in
            let segment = wanted[index]
            guard let bytes = try store.spinePart(segment: segment.id, state: state) else {
                return nil
            }
            return try unpack(bytes, of: segment)
        }
        var numbers: [Int64: [UInt32]] = [:]
        for (segment, part) in zip(wanted, parts) {
            guard let part, part.count == segment.persons else { return nil }
            numbers[segment.id] = part
        }
        var total: [UInt32] = []
        try BitPacking.unpack(count, appendingTo: &total)
        return PersonSpine(personCount: Int(total.first ?? 0), numbers: numbers)
    }

    private static func make(_ segments: [SegmentReader], workers: Workers) throws -> PersonSpine {
        // The pseudonyms of a segment ascend already: alone, a person's number is its place.
        if segments.count == 1 {
            let persons = segments[0].persons
            return PersonSpine(
                personCount: persons,
                numbers: [segments[0].id: Array(0..<UInt32(persons))]
            )
        }
        var pseudonyms: [Pseudonym] = []
        pseudonyms.reserveCapacity(segments.reduce(0) { $0 + $1.persons })
        for segment in segments { pseudonyms += try segment.pseudonyms(workers: workers) }
        let order = try PseudonymOrder(pseudonyms, workers: workers)
        var numbers: [Int64: [UInt32]] = [:]
        var start = 0
        for segment in segments {
            numbers[segment.id] = Array(order.places[start..<start + segment.persons])
            start += segment.persons
        }
        return PersonSpine(personCount: order.distinct.count, numbers: numbers)
    }

    /// Steps between ascending numbers, which take few bits.
    private static func pack(_ numbers: [UInt32]) -> [UInt8] {
        var steps = numbers
        for index in steps.indices.dropFirst().reversed() { steps[index] -= steps[index - 1] }
        return BitPacking.pack(steps)
    }

    private static func unpack(_ bytes: [UInt8], of segment: SegmentReader) throws -> [UInt32] {
        var numbers: [UInt32] = []
        do {
            try BitPacking.unpack(bytes, appendingTo: &numbers)
        } catch {
            throw StoreError.damagedChunk(segment: segment.id, column: "spine", part: 0)
        }
        for index in numbers.indices.dropFirst() { numbers[index] &+= numbers[index - 1] }
        return numbers
    }
}
