import Concepts
import Definitions

/// *Verlies bij een overgang*: what a figure says when it is read by another taxonomy than it was
/// counted by.
enum CrossingWords {
    /// The cautions of a series: one for each mapping it crosses that loses something.
    static func cautions(_ series: String, _ context: PageContext) -> [String] {
        let concepts = context.definitions.concepts
        let wording = context.wording
        return concepts.crossings.filter { $0.series == series }.compactMap { crossing in
            guard let from = concepts.taxonomy(crossing.from),
                let to = concepts.taxonomy(crossing.to)
            else { return nil }
            let loss = ConceptLoss(ConceptMap(from: from, to: to, in: concepts))
            guard loss.isLossy else { return nil }
            return wording(
                "page.concepts.crossing",
                [
                    "from": wording(from.title), "to": wording(to.title),
                    "all": String(loss.ways.count), "exact": String(loss.count(.exact)),
                ]
            )
        }
    }
}
