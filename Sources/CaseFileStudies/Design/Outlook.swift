import Definitions
import Statistics

/// Works out what a plan can be expected to show.
struct Outlook {
    let request: StudyRequest
    let frame: CaseFileFrame
    let strata: [StudyPlan.FileStratum]
    let degrees: Int

    func domains() -> [DomainOutlook] {
        let whole = request.domains.first.map(size)?.files ?? 0
        return request.domains.map { domain in
            let found = size(domain)
            let p = request.expectedProportion
            let perOrganisation = max(found.files / Double(request.organisations), 1)
            let clusters = SampleSize.clusterEffect(
                size: perOrganisation,
                correlation: request.correlation
            )
            let effect = clusters * found.weighting
            let effective = found.files / effect
            let t = ReferenceDistribution.t.quantile(level: request.level, df: degrees)
            let half = t.flatMap { t -> Double? in
                found.files > 0 ? t * (p * (1 - p) / effective).squareRoot() : nil
            }
            let simple = SampleSize.proportion(p, margin: domain.margin, level: request.level)
            var power: Double?
            let rest = (whole - found.files) / effect
            if domain.id != "T", rest > 0, effective > 0 {
                let other = min(max(p + request.difference, 0.001), 0.999)
                // Groups of different sizes count as two of their harmonic mean.
                let pair = 2 / (1 / effective + 1 / rest)
                power = Power.twoProportions(p, other, perGroup: pair, level: request.level)
            }
            let verdict: DomainOutlook.Verdict =
                if let half, half <= domain.margin { .precise } else if let half, half < 0.25 {
                    .wide
                } else { .nothing }
            return DomainOutlook(
                domain: domain.id,
                files: found.files,
                designEffect: effect,
                degreesOfFreedom: degrees,
                halfWidth: half,
                wanted: domain.margin,
                needed: Int((simple * effect).rounded(.up)),
                power: power,
                verdict: verdict
            )
        }
    }

    /// The files expected to be coded in a domain, and what unequal weights cost (Kish's
    /// 1 + cv², over the classes of screening and the strata of files).
    private func size(_ domain: StudyRequest.Domain) -> (files: Double, weighting: Double) {
        var share: [String: Double] = [:]
        for stratum in strata { share[stratum.code] = 0 }
        for organisation in frame.organisations {
            for file in organisation.files
            where domain.referrers.isEmpty || domain.referrers.contains(file.referrer) {
                share[request.fileStrata.code(of: file), default: 0] += 1
            }
        }
        let classes: [(code: String, kept: Double, expected: Double)] =
            request.shares.isEmpty
            ? [("T", 1, 1)] : request.shares.map { ($0.code, $0.kept, $0.expected) }
        var files = 0.0
        var weights = 0.0
        var squares = 0.0
        for stratum in strata where stratum.planned > 0 && stratum.files > 0 {
            let inside = (share[stratum.code] ?? 0) / Double(stratum.files)
            for part in classes
            where domain.screening.isEmpty || domain.screening.contains(part.code) {
                let count =
                    Double(stratum.planned) * inside * part.expected * part.kept
                    * request.expectedResponse
                let weight = Double(stratum.files) / Double(stratum.planned) / part.kept
                files += count
                weights += count * weight
                squares += count * weight * weight
            }
        }
        return (files, weights > 0 ? files * squares / (weights * weights) : 1)
    }
}
