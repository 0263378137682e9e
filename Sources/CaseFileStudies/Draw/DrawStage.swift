public import Columns
public import Definitions

/// *Trekken*: from a plan, a frame and a published seed to a sample.
public struct DrawStage: Sendable {
    private let request: StudyRequest
    private let plan: StudyPlan

    /// Creates the stage.
    public init(request: StudyRequest, plan: StudyPlan) {
        self.request = request
        self.plan = plan
    }

    /// Draws.
    ///
    /// In each organisation a stratum gives its share of the plan divided by the organisation's
    /// chance, so that every file of a stratum has the same chance, and at least as many as the
    /// plan asks. Codes are given in another random order, so that they say nothing.
    ///
    /// - Returns: the draw, and the person behind each code.
    /// - Throws: ``StudyError/frameChanged(id:)`` when the frame is not that of the plan.
    public func run(
        _ frame: CaseFileFrame,
        seed: String
    ) throws -> (draw: StudyDraw, links: [(subject: String, person: Pseudonym)]) {
        guard frame.digest == plan.frame else { throw StudyError.frameChanged(id: plan.study) }
        let order = DrawOrder(study: plan.study, seed: seed)
        var organisations: [(place: Int, drawn: StudyDraw.Organisation)] = []
        for stratum in try OrganisationStrata(frame, request).strata {
            let label = "organisations|\(stratum.code)"
            let places = order.order(stratum.members.count, in: label)
            let chosen =
                request.method == .simple || stratum.drawn == stratum.members.count
                ? UnitDraw.simple(stratum.drawn, from: places)
                : UnitDraw.systematic(
                    stratum.probabilities,
                    order: places,
                    start: order.uniform("start|\(stratum.code)")
                )
            for member in chosen {
                let place = stratum.members[member]
                organisations.append(
                    (
                        place,
                        StudyDraw.Organisation(
                            name: frame.organisations[place].name,
                            stratum: stratum.code,
                            probability: stratum.probabilities[member],
                            files: frame.organisations[place].files.count
                        )
                    )
                )
            }
        }
        organisations.sort { $0.place < $1.place }
        var found: [DrawnFile] = []
        for (number, organisation) in organisations.enumerated() {
            found += files(
                of: frame.organisations[organisation.place],
                number,
                organisation.drawn,
                order
            )
        }
        return finish(found, organisations.map(\.drawn), frame, organisations.map(\.place), order)
    }

    /// A file before it has a code.
    private struct DrawnFile {
        let organisation: Int
        let place: Int
        let stratum: String
        let population: Int
        let drawn: Int
        let reserve: Int
    }

    private func files(
        of organisation: CaseFileFrame.Organisation,
        _ number: Int,
        _ drawn: StudyDraw.Organisation,
        _ order: DrawOrder
    ) -> [DrawnFile] {
        var found: [DrawnFile] = []
        for stratum in plan.fileStrata where stratum.planned > 0 {
            let members = organisation.files.indices.filter {
                request.fileStrata.code(of: organisation.files[$0]) == stratum.code
            }
            guard !members.isEmpty else { continue }
            let rate = Double(stratum.planned) / Double(stratum.files) / drawn.probability
            let wanted = Int((rate * Double(members.count)).rounded())
            let count = min(members.count, max(request.leastFiles, wanted))
            let places = order.order(
                members.count,
                in: "files|\(organisation.name)|\(stratum.code)"
            )
            for (index, place) in places.prefix(count + request.replacements).enumerated() {
                found.append(
                    DrawnFile(
                        organisation: number,
                        place: members[place],
                        stratum: stratum.code,
                        population: members.count,
                        drawn: count,
                        reserve: max(0, index - count + 1)
                    )
                )
            }
        }
        return found
    }

    private func finish(
        _ found: [DrawnFile],
        _ organisations: [StudyDraw.Organisation],
        _ frame: CaseFileFrame,
        _ places: [Int],
        _ order: DrawOrder
    ) -> (StudyDraw, [(subject: String, person: Pseudonym)]) {
        let digits = max(4, String(found.count).count)
        var files: [StudyDraw.File] = []
        var links: [(subject: String, person: Pseudonym)] = []
        for (index, place) in order.order(found.count, in: "codes").enumerated() {
            let file = found[place]
            let number = String(index + 1)
            let code = "S" + String(repeating: "0", count: digits - number.count) + number
            let known = frame.organisations[places[file.organisation]].files[file.place]
            links.append((code, known.person))
            files.append(
                StudyDraw.File(
                    code: code,
                    organisation: file.organisation,
                    place: file.place,
                    stratum: file.stratum,
                    population: file.population,
                    drawn: file.drawn,
                    referrer: known.referrer,
                    form: known.form,
                    part: known.part,
                    reserve: file.reserve,
                    isCodedTwice: order.uniform("twice|\(code)") < request.doubleCoding
                )
            )
        }
        return (
            StudyDraw(
                seed: order.seed,
                algorithm: CaseFileStudies.algorithm,
                organisations: organisations,
                files: files
            ), links
        )
    }
}
