public import Definitions
public import Domain
import Statistics

/// *Ontwerp*: from a question and a frame to a plan.
public struct DesignStage: Sendable {
    private let request: StudyRequest
    private let text: String
    private let instrument: Instrument

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - request: the question.
    ///   - text: the question as it was written, which the plan keeps.
    ///   - instrument: the instrument it names.
    public init(request: StudyRequest, text: String, instrument: Instrument) {
        self.request = request
        self.text = text
        self.instrument = instrument
    }

    /// Makes the plan.
    ///
    /// - Throws: ``StudyError/notEnough(what:found:needed:)`` when the frame is too small for what
    ///   is asked, or a `StatisticsError` when bounds leave no room.
    public func run(_ frame: CaseFileFrame, version: Int, day: CalendarDay) throws -> StudyPlan {
        guard frame.organisations.count >= request.organisations else {
            throw StudyError.notEnough(
                what: "organisations",
                found: frame.organisations.count,
                needed: request.organisations
            )
        }
        guard frame.fileCount >= request.files else {
            throw StudyError.notEnough(
                what: "files",
                found: frame.fileCount,
                needed: request.files
            )
        }
        let strata = try OrganisationStrata(frame, request)
        let files = try fileStrata(frame)
        let degrees = strata.strata.reduce(0) { sum, stratum in
            stratum.drawn < stratum.members.count ? sum + stratum.drawn - 1 : sum
        }
        return StudyPlan(
            study: request.id,
            version: version,
            day: day.description,
            request: text,
            codebook: StudyPlan.Codebook(instrument),
            frame: frame.digest,
            organisations: frame.organisations.count,
            files: frame.fileCount,
            organisationStrata: strata.strata.map { stratum in
                StudyPlan.OrganisationStratum(
                    code: stratum.code,
                    organisations: stratum.members.count,
                    files: stratum.members.reduce(0) { $0 + frame.organisations[$1].files.count },
                    drawn: stratum.drawn
                )
            },
            fileStrata: files,
            margins: margins(frame),
            outlooks: Outlook(request: request, frame: frame, strata: files, degrees: degrees)
                .domains()
        )
    }

    private func fileStrata(_ frame: CaseFileFrame) throws -> [StudyPlan.FileStratum] {
        var counts: [String: Int] = [:]
        for organisation in frame.organisations {
            for file in organisation.files {
                counts[request.fileStrata.code(of: file), default: 0] += 1
            }
        }
        let codes = counts.keys.sorted()
        let strata = codes.map { code in
            let size = Double(counts[code] ?? 0)
            let known = request.strata.first { $0.code == code }
            return Allocation.Stratum(
                size: size,
                deviation: known?.deviation ?? 0.5,
                cost: request.division == .cost ? known?.cost ?? 1 : 1,
                lower: min(size, Double(known?.least ?? 0)),
                upper: min(size, known?.most.map(Double.init) ?? size)
            )
        }
        let rule: Allocation.Rule =
            switch request.division {
            case .proportional: .proportional
            case .equal: .equal
            case .neyman, .cost: .optimal
            }
        let allocation = try Allocation(strata, spending: Double(request.files), by: rule)
        let planned = allocation.rounded(within: strata)
        return codes.indices.map { place in
            StudyPlan.FileStratum(
                code: codes[place],
                files: counts[codes[place]] ?? 0,
                planned: planned[place]
            )
        }
    }

    private func margins(_ frame: CaseFileFrame) -> [String: [String: Int]] {
        var margins: [String: [String: Int]] = [:]
        for margin in [StudyRequest.Stratifier.referrer, .form, .partOfCountry] {
            for organisation in frame.organisations {
                for file in organisation.files {
                    margins[margin.rawValue, default: [:]][margin.code(of: file), default: 0] += 1
                }
            }
        }
        return margins
    }
}

extension StudyRequest.Stratifier {
    /// The code of a file's stratum.
    func code(of file: CaseFileFrame.File) -> String {
        switch self {
        case .none: "T"
        case .partOfCountry: file.part
        case .referrer: file.referrer
        case .form: file.form
        }
    }
}
