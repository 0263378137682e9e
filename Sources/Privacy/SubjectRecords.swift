public import Columns
public import Definitions
public import Domain
public import Store

/// *Verzoek van een betrokkene*: what is done with the records of one person, known only by the
/// sender pseudonym that the holder made.
public struct SubjectRecords {
    /// How many records a delivery has of the person.
    public struct Count: Sendable, Equatable {
        /// The source.
        public let source: String
        /// The half-year.
        public let period: ReportingPeriod
        /// The holder.
        public let holder: String
        /// The vintage.
        public let vintage: Int
        /// How many records.
        public let records: Int
    }

    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor
    private let workers: Workers

    /// Creates the handling for an actor.
    public init(
        store: DeliveryStore,
        definitions: DefinitionSet,
        actor: AuditActor,
        workers: Workers
    ) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
        self.workers = workers
    }

    /// Counts the records of a person, delivery by delivery; the request is logged without the
    /// pseudonym.
    public func count(sender: Pseudonym, domain: String) throws -> [Count] {
        let person = try pseudonym(of: sender, domain: domain)
        var counts: [Count] = []
        for segment in try store.segments() where sources(of: domain).contains(segment.source) {
            let persons = try segment.pseudonyms(workers: workers)
            guard let place = persons.firstIndex(of: person) else { continue }
            let runs = try segment.rowsPerPerson(workers: workers)
            let start = runs[..<place].reduce(0) { $0 + Int($1) }
            let ordinals: [UInt32] = try segment.column("delivery", workers: workers)
            var found = [Int](repeating: 0, count: segment.deliveries.count)
            for row in start..<start + Int(runs[place]) { found[Int(ordinals[row])] += 1 }
            for (delivery, records) in zip(segment.deliveries, found) where records > 0 {
                counts.append(
                    Count(
                        source: delivery.source,
                        period: delivery.period,
                        holder: delivery.holder,
                        vintage: delivery.vintage,
                        records: records
                    )
                )
            }
        }
        let total = counts.reduce(0) { $0 + $1.records }
        try store.log(
            [actor.event(.subjectRequest, ["request": "access", "records": String(total)])],
            at: actor.now()
        )
        return counts.sorted {
            ($0.source, $0.period, $0.holder, $0.vintage)
                < ($1.source, $1.period, $1.holder, $1.vintage)
        }
    }

    /// Erases the records of a person in all vintages of the domain.
    public func erase(sender: Pseudonym, domain: String) throws -> Erasure {
        try store.erase(
            person: try pseudonym(of: sender, domain: domain),
            sources: sources(of: domain),
            at: actor.now(),
            workers: workers
        ) { erasure in
            actor.event(
                .erasure,
                [
                    "reason": "subject", "domain": domain, "rows": String(erasure.rows),
                    "segments": String(erasure.segments),
                ]
            )
        }
    }

    private func pseudonym(of sender: Pseudonym, domain: String) throws -> Pseudonym {
        try store.pseudonymMaker(domain: domain).pseudonyms(of: [sender], workers: workers)[0]
    }

    private func sources(of domain: String) -> Set<String> {
        Set(definitions.privacy.domains.first { $0.id == domain }?.sources ?? [domain])
    }
}
