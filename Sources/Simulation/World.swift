public import Definitions
import Statistics

/// *Gesimuleerd land*: children, violence and everything that follows, half-year by half-year.
///
/// Only children to whom something happens are kept; of the others nothing but their number. Each
/// chance is decided by 64 random bits against a threshold, without floating point, so that a seed
/// gives the same country on every machine.
public struct World {
    /// A child of whom something is going on.
    struct Case {
        var form: WorldRates.Form
        /// Half-years since the last violence; 0 when there is some now.
        var quiet = 0
        var isSuspected = false
        var isInHelp = false
        var isDueHelp = false
        var isReferred = false
        var hasComplaint = false
        /// Whether it was reported 1, 2 and 3 half-years ago, lowest bit first.
        var reports = 0
        /// Whether violence came back 0, 1 and 2 half-years ago, lowest bit first.
        var violence = 0
    }

    /// How long after violence a relapse is possible, in half-years.
    static let window = 4

    private var random: SeededGenerator
    private var cases: [Case] = []

    private init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// Runs a country.
    ///
    /// - Parameters:
    ///   - settings: sizes.
    ///   - before: the rates up to the end of the baseline.
    ///   - after: the rates behind it.
    ///   - seed: the seed of the country.
    ///   - log: hears of every event as half-year, event and form; for slow twins.
    /// - Returns: the counts behind the burn-in.
    /// - Complexity: O(children × half-years).
    public static func run(
        _ settings: SimulationDefinitions.Settings,
        before: WorldRates,
        after: WorldRates,
        seed: UInt64,
        log: ((Int, SimulationDefinitions.Event, WorldRates.Form) -> Void)? = nil
    ) -> WorldCounts {
        var world = World(seed: seed)
        var halfYears: [WorldCounts.HalfYear] = []
        let start = settings.burnIn + settings.baseline
        for number in 0..<(start + settings.followUp) {
            let place = number - settings.burnIn
            let half = world.step(
                number < start ? before : after,
                children: settings.children
            ) { event, form in
                if place >= 0 { log?(place, event, form) }
            }
            if place >= 0 { halfYears.append(half) }
        }
        return WorldCounts(children: settings.children, halfYears: halfYears)
    }

    private mutating func happens(_ threshold: UInt64) -> Bool {
        random.next() < threshold
    }

    private mutating func step(
        _ rates: WorldRates,
        children: Int,
        log: (SimulationDefinitions.Event, WorldRates.Form) -> Void
    ) -> WorldCounts.HalfYear {
        var half = WorldCounts.HalfYear()
        for place in cases.indices {
            decideRepeat(place, rates, &half)
        }
        begin(rates, children: children)
        var events = half.events
        func record(_ event: SimulationDefinitions.Event, _ form: WorldRates.Form) {
            events[form.rawValue * WorldCounts.width + event.place] += 1
            log(event, form)
        }
        for place in cases.indices {
            live(place, rates, &half, record)
        }
        half.events = events
        half.inYear = cases.count { $0.quiet <= 1 && $0.form != .sexualOther }
        cases.removeAll { !$0.isInHelp && !$0.isDueHelp && $0.quiet >= World.window }
        return half
    }

    /// Violence again, or not, in a case that was there before.
    private mutating func decideRepeat(
        _ place: Int,
        _ rates: WorldRates,
        _ half: inout WorldCounts.HalfYear
    ) {
        let one = cases[place]
        let isOther = one.form == .sexualOther
        let isRecent = one.quiet == 0
        let threshold =
            switch (isRecent, isOther, one.isInHelp) {
            case (true, false, false): rates.repeatFamily
            case (true, false, true): rates.repeatFamilyHelped
            case (true, true, false): rates.repeatOther
            case (true, true, true): rates.repeatOtherHelped
            case (false, false, false): rates.relapseFamily
            case (false, false, true): rates.relapseFamilyHelped
            case (false, true, false): rates.relapseOther
            case (false, true, true): rates.relapseOtherHelped
            }
        let isAgain = one.quiet < World.window && happens(threshold)
        if isRecent {
            half.atRisk += 1
            if isAgain { half.repeats += 1 }
        }
        cases[place].quiet = isAgain ? 0 : one.quiet + 1
        cases[place].violence = (one.violence << 1 | (isAgain ? 1 : 0)) & 0b111
        if one.reports & 0b001 != 0 { half.sample[isAgain ? 1 : 0] += 1 }
        if one.reports & 0b100 != 0 {
            half.cohort[cases[place].violence != 0 ? 1 : 0] += 1
        }
        cases[place].reports = one.reports << 1 & 0b111
        cases[place].isSuspected = false
    }

    /// Violence that begins, among children of whom nothing is going on.
    private mutating func begin(_ rates: WorldRates, children: Int) {
        let any = rates.onsets[rates.onsets.count - 1]
        for _ in 0..<max(0, children - cases.count) {
            let drawn = random.next()
            guard drawn < any else { continue }
            let place = rates.onsets.firstIndex { drawn < $0 } ?? 0
            guard let form = WorldRates.Form(rawValue: place) else { continue }
            var one = Case(form: form)
            one.hasComplaint = happens(rates.complaint)
            cases.append(one)
        }
    }

    /// What follows in this half-year.
    private mutating func live(
        _ place: Int,
        _ rates: WorldRates,
        _ half: inout WorldCounts.HalfYear,
        _ record: (SimulationDefinitions.Event, WorldRates.Form) -> Void
    ) {
        let form = cases[place].form
        if cases[place].isDueHelp {
            cases[place].isDueHelp = false
            cases[place].isInHelp = true
            record(.helpStart, form)
            if cases[place].isReferred { record(.referral, form) }
        } else if cases[place].isInHelp, happens(rates.helpEnd) {
            cases[place].isInHelp = false
        }
        if cases[place].quiet == 0 { suffer(place, rates, &half, record) }
        if cases[place].isInHelp, cases[place].hasComplaint {
            half.treatable += 1
            if happens(rates.diagnosis) { record(.diagnosis, form) }
            if happens(rates.treatment) {
                half.treated += 1
                record(.treatment, form)
                if happens(rates.treatmentEffect) { cases[place].hasComplaint = false }
            }
        }
    }

    /// What follows from violence now: who sees it, who is told, and what they do.
    private mutating func suffer(
        _ place: Int,
        _ rates: WorldRates,
        _ half: inout WorldCounts.HalfYear,
        _ record: (SimulationDefinitions.Event, WorldRates.Form) -> Void
    ) {
        let form = cases[place].form
        record(.violence, form)
        let isSuspected = happens(rates.suspicion)
        let isDisclosed = happens(rates.disclosure)
        if isSuspected { half.suspected += 1 }
        if isDisclosed { half.disclosed += 1 }
        if happens(rates.practitioner) { record(.practitioner, form) }
        if form.isSexual, happens(form == .sexualOther ? rates.csgOther : rates.csgFamily) {
            record(.csg, form)
        }
        guard isSuspected || isDisclosed else { return }
        if happens(rates.advice) { record(.advice, form) }
        let isOpen = !cases[place].isInHelp && !cases[place].isDueHelp
        guard happens(rates.report) else {
            if isOpen, happens(rates.helpSuspected) { cases[place].isDueHelp = true }
            return
        }
        record(.report, form)
        cases[place].reports |= 1
        if happens(rates.safetyPlan) { record(.safetyPlan, form) }
        if happens(rates.measure) {
            record(.measure, form)
            cases[place].isReferred = happens(rates.referral)
            if cases[place].isReferred, isOpen { cases[place].isDueHelp = true }
        }
        if isOpen, !cases[place].isDueHelp, happens(rates.helpReported) {
            cases[place].isDueHelp = true
        }
    }
}
