public import Definitions

/// The chances of a world, as thresholds on 64 random bits, before or after a measure.
public struct WorldRates: Sendable {
    /// Forms of violence in the world.
    public enum Form: Int, CaseIterable, Sendable {
        /// Physical abuse.
        case physical
        /// Neglect.
        case neglect
        /// Psychological abuse and witnessing.
        case psychological
        /// Sexual abuse within dependence.
        case sexualFamily
        /// Sexual violence by peers and others.
        case sexualOther

        /// Whether it is sexual violence.
        public var isSexual: Bool { self == .sexualFamily || self == .sexualOther }
    }

    /// The chance that anything begins, and by form up to and with each.
    let onsets: [UInt64]
    let repeatFamily: UInt64
    let repeatFamilyHelped: UInt64
    let repeatOther: UInt64
    let repeatOtherHelped: UInt64
    let relapseFamily: UInt64
    let relapseFamilyHelped: UInt64
    let relapseOther: UInt64
    let relapseOtherHelped: UInt64
    let suspicion: UInt64
    let disclosure: UInt64
    let advice: UInt64
    let report: UInt64
    let measure: UInt64
    let referral: UInt64
    let helpReported: UInt64
    let helpSuspected: UInt64
    let helpEnd: UInt64
    let complaint: UInt64
    let diagnosis: UInt64
    let treatment: UInt64
    let treatmentEffect: UInt64
    let safetyPlan: UInt64
    let csgFamily: UInt64
    let csgOther: UInt64
    let practitioner: UInt64

    /// The rates of the parameters, with the factors of a scenario or without.
    public init(_ definitions: SimulationDefinitions, factors: [String: Double] = [:]) {
        var values: [String: Double] = [:]
        for parameter in definitions.parameters {
            values[parameter.id] = min(1, parameter.value * (factors[parameter.id] ?? 1))
        }
        func chance(_ id: String) -> Double { values[id] ?? 0 }
        func bits(_ id: String) -> UInt64 { WorldRates.bits(chance(id)) }
        var sum = 0.0
        onsets = ["physical", "neglect", "psychological", "sexual-family", "sexual-other"].map {
            sum += chance("onset." + $0)
            return WorldRates.bits(sum)
        }
        let help = chance("help-effect")
        let relapse = chance("relapse")
        repeatFamily = bits("repeat.family")
        repeatFamilyHelped = WorldRates.bits(chance("repeat.family") * help)
        repeatOther = bits("repeat.other")
        repeatOtherHelped = WorldRates.bits(chance("repeat.other") * help)
        relapseFamily = WorldRates.bits(chance("repeat.family") * relapse)
        relapseFamilyHelped = WorldRates.bits(chance("repeat.family") * relapse * help)
        relapseOther = WorldRates.bits(chance("repeat.other") * relapse)
        relapseOtherHelped = WorldRates.bits(chance("repeat.other") * relapse * help)
        suspicion = bits("suspicion")
        disclosure = bits("disclosure")
        advice = bits("advice")
        report = bits("report")
        measure = bits("measure")
        referral = bits("referral")
        helpReported = bits("help.reported")
        helpSuspected = bits("help.suspected")
        helpEnd = bits("help.end")
        complaint = bits("complaint")
        diagnosis = bits("diagnosis")
        treatment = bits("treatment")
        treatmentEffect = bits("treatment-effect")
        safetyPlan = bits("safety-plan")
        csgFamily = bits("csg.family")
        csgOther = bits("csg.other")
        practitioner = bits("gp")
    }

    /// A chance as the number of 64-bit patterns below which it happens.
    static func bits(_ chance: Double) -> UInt64 {
        chance >= 1 ? .max : UInt64(max(0, chance) * 0x1p64)
    }
}
