import Definitions
import Domain

/// Puts a country together: places, holders, help, measures, and the truth about them.
struct CountryMaker {
    private let plan: CountryPlan
    private let parameters: WorldParameters
    private let definitions: DefinitionSet
    private let targets: PublishedTargets
    private let places: Places
    private let children: Int

    init(
        _ plan: CountryPlan,
        _ definitions: DefinitionSet,
        _ parameters: WorldParameters
    ) throws(PlanError) {
        self.plan = plan
        self.parameters = parameters
        self.definitions = definitions
        targets = try PublishedTargets(definitions.published)
        places = Places(
            definitions.regions,
            periods: plan.periods,
            seed: plan.seed,
            parameters: parameters
        )
        // A calibrated country is as large as the one whose figures it gives back.
        children = plan.calibrate ? parameters[.countryChildren] : plan.children
    }

    func make() throws(PlanError) -> (World, CountryTruth) {
        let holderCount = holderCount
        let institutionCount = institutionCount
        var population = Population(places: places, parameters: parameters, seed: plan.seed)
        var history = TrajectoryHistory()
        let flow = AssistanceFlow(
            parameters: parameters,
            places: places,
            holders: HolderDirectory(
                count: holderCount,
                regionCount: places.regionCount,
                nationalPerMille: parameters[.nationalHolder]
            ),
            from: plan.from,
            to: plan.to,
            anchor: plan.calibrate ? PublishedTargets.formPeriod : plan.to
        )
        var margins: CalibratedMargins?
        if plan.calibrate {
            margins = try addCalibrated(flow, to: &history, &population)
        } else {
            try addPlain(flow, to: &history, &population)
        }
        history.splitRecords(
            between: plan.from.start.number,
            and: plan.to.end.number,
            population: population,
            perMille: parameters[.overlap],
            seed: plan.seed
        )
        var random = SeededRandom(seed: plan.seed, stream: 5)
        let measures = try MeasureFlow(
            parameters: parameters,
            from: plan.from,
            to: plan.to,
            institutions: institutionCount
        ).measures(children: children, population: &population, &random)
        let regions = reportRegions
        let others = ReportFlow(
            regions,
            parameters: parameters,
            from: plan.from,
            to: plan.to,
            children: children
        )
        var later = SeededRandom(seed: plan.seed, stream: 6)
        var reports: [Report] = []
        var contacts: [CentreContact] = []
        var rehabilitation: [Measure] = []
        if plan.sources.contains(SyntheticData.reports) {
            reports = try others.reports(population: &population, &later)
        }
        if plan.sources.contains(SyntheticData.rehabilitation) {
            var own = SeededRandom(seed: plan.seed, stream: 7)
            rehabilitation = try others.rehabilitation(
                from: plan.from,
                institutions: institutionCount,
                population: &population,
                &own
            )
        }
        if plan.sources.contains(SyntheticData.centreCounts) {
            var own = SeededRandom(seed: plan.seed, stream: 8)
            contacts = others.contacts(&own)
        }
        var world = World(
            plan: plan,
            parameters: parameters,
            places: places,
            children: population.children,
            trajectories: history.trajectories,
            holderCount: holderCount,
            measures: measures,
            institutionCount: institutionCount,
            assistanceColumns: try columns(SyntheticData.youthAssistance),
            measureColumns: try columns(SyntheticData.protection),
            periods: plan.periods
        )
        world.rehabilitation = rehabilitation
        world.reports = reports
        world.contacts = contacts
        world.regions = regions
        return (world, truth(of: world, margins))
    }

    private var reportRegions: ReportRegions {
        let names = definitions.regions.names
        let organisations = (names[.veiligThuis] ?? [:]).keys.sorted()
        return ReportRegions(
            organisations: organisations,
            centres: (names[.csg] ?? [:]).keys.sorted(),
            organisationOfHome: definitions.regions.municipalities.map { place in
                let code = place.regions[.veiligThuis] ?? ""
                return UInt8(organisations.firstIndex(of: code) ?? 0)
            }
        )
    }

    // MARK: Sizes

    private var holderCount: Int {
        if plan.singleFile { return 1 }
        let fitting = children / max(1, parameters[.childrenPerHolder])
        return plan.holders ?? min(parameters[.largestHolderCount], max(6, fitting))
    }

    private var institutionCount: Int {
        if plan.singleFile { return 1 }
        let all = parameters[.institutionCount]
        return min(all, max(2, children * all / parameters[.countryChildren]))
    }

    // MARK: Help

    private func addPlain(
        _ flow: AssistanceFlow,
        to history: inout TrajectoryHistory,
        _ population: inout Population
    ) throws(PlanError) {
        var random = SeededRandom(seed: plan.seed, stream: 2)
        for (index, form) in parameters.forms.enumerated() {
            var others = try targets.form(form.row, "total")
            for column in CalibratedMargins.columns {
                let published = try targets.form(form.row, column.name)
                others -= published
                try flow.add(
                    count: scaled(published, &random),
                    form: index,
                    referrer: column.referrer,
                    to: &history,
                    &population,
                    &random
                )
            }
            try flow.add(
                count: scaled(max(0, others), &random),
                form: index,
                referrer: nil,
                to: &history,
                &population,
                &random
            )
        }
    }

    /// The share of a national number, rounded up as often as its remainder says.
    private func scaled(_ national: Int, _ random: inout SeededRandom) -> Int {
        let country = parameters[.countryChildren]
        return (national * children + random.below(country)) / country
    }

    private func addCalibrated(
        _ flow: AssistanceFlow,
        to history: inout TrajectoryHistory,
        _ population: inout Population
    ) throws(PlanError) -> CalibratedMargins {
        var random = SeededRandom(seed: plan.seed, stream: 3)
        let margins = try CalibratedMargins(targets, forms: parameters.forms, &random)
        let steps = try InstitutionSteps(
            margins.institutions,
            from: plan.from,
            to: plan.to,
            betweenPerMille: parameters[.betweenTargets]
        )
        for form in parameters.forms.indices {
            for (column, numbers) in margins.forms.enumerated()
            where column != CalibratedMargins.institutionColumn {
                let referrer =
                    column < CalibratedMargins.columns.count
                    ? CalibratedMargins.columns[column].referrer : nil
                try flow.add(
                    count: numbers[form],
                    form: form,
                    referrer: referrer,
                    to: &history,
                    &population,
                    &random
                )
            }
        }
        try InstitutionFlow.add(
            steps,
            forms: margins.forms[CalibratedMargins.institutionColumn],
            flow: flow,
            to: &history,
            &population,
            SeededRandom(seed: plan.seed, stream: 4)
        )
        return margins
    }

    // MARK: What goes with it

    private func columns(_ id: String) throws(PlanError) -> [ProtocolColumns] {
        guard let source = definitions.sources[id] else { throw .source(id) }
        return plan.periods.map { ProtocolColumns(source, in: $0) }
    }

    private func truth(of world: World, _ margins: CalibratedMargins?) -> CountryTruth {
        var periods = TruthCounter(world: world).count()
        var forms: [String: Int]?
        if let margins {
            for target in margins.institutions {
                periods[target.period.description]?.certifiedInstitution = [
                    "running": target.running, "started": target.started,
                    "repeated": target.repeated, "ended": target.ended,
                    "reason_missing": target.reasons[0], "reason_01": target.reasons[1],
                    "reason_02": target.reasons[2], "reason_03": target.reasons[3],
                    "reason_04": target.reasons[4], "reason_05": target.reasons[5],
                ]
            }
            forms = [:]
            let names = CalibratedMargins.columns.map(\.name) + ["other"]
            for (name, numbers) in zip(names, margins.forms) {
                for (form, number) in zip(parameters.forms, numbers) {
                    forms?["\(form.row)|\(name)"] = number
                }
            }
        }
        return CountryTruth(
            label: parameters.label,
            fictiveNumbers: parameters.numberSource,
            seed: plan.seed,
            children: children,
            from: plan.from.description,
            to: plan.to.description,
            calibrated: plan.calibrate,
            faultRate: plan.faultRate,
            holders: world.holderCount,
            institutions: world.institutionCount,
            sources: plan.sources.sorted(),
            parameters: parameters.values,
            periods: periods,
            formsByReferrer: forms
        )
    }
}
