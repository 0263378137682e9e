public import Definitions

/// *Tweede fase*: which of the screened files go on to be asked and coded.
///
/// The register has no field for sexual violence, so files are looked at first, at the
/// organisation itself, and then subsampled by what was seen: of rare classes most or all.
public struct SecondPhase: Codable, Sendable, Equatable {
    /// What became of a screened file.
    public struct File: Codable, Sendable, Equatable {
        /// The study code.
        public let code: String
        /// The class it was screened into.
        public let screened: String
        /// Whether it goes on.
        public let isKept: Bool
    }

    /// The files, by code.
    public let files: [File]

    /// Draws the second phase, by the same order as the first.
    ///
    /// In each class of a stratum in an organisation the share of the plan is kept, and at least so
    /// many as the plan asks; a class smaller than that is kept whole.
    public init(
        _ classes: [String: String],
        draw: StudyDraw,
        sample: [StudyDraw.File],
        request: StudyRequest
    ) {
        let order = DrawOrder(study: request.id, seed: draw.seed)
        var cells: [String: [StudyDraw.File]] = [:]
        for file in sample {
            guard let name = classes[file.code] else { continue }
            cells["\(file.organisation)|\(file.stratum)|\(name)", default: []].append(file)
        }
        var files: [File] = []
        for (cell, members) in cells {
            let members = members.sorted { $0.code < $1.code }
            let name = classes[members[0].code] ?? ""
            let share = request.shares.first { $0.code == name }?.kept ?? 1
            let wanted = Int((share * Double(members.count)).rounded())
            let count = min(members.count, max(request.leastKept, wanted))
            let kept = Set(
                UnitDraw.simple(count, from: order.order(members.count, in: "kept|\(cell)"))
            )
            for (place, file) in members.enumerated() {
                files.append(File(code: file.code, screened: name, isKept: kept.contains(place)))
            }
        }
        self.files = files.sorted { $0.code < $1.code }
    }
}
