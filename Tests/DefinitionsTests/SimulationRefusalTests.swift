import Testing

/// The records of the simulation: what is refused, with its place.
struct SimulationRefusalTests {
    static let refusals = [
        Refusal(
            "simulation/parameters.csv",
            "repeat.family,0.50",
            "repeat.family,1.50",
            says: "simulation/parameters.csv:7: `1.50`; expected a number from 0 to 1"
        ),
        Refusal(
            "simulation/parameters.csv",
            "relapse,0.30",
            "relapses,0.30",
            says: "simulation/parameters.csv:9: the parameter `relapses`; expected each "
                + "parameter of the simulation, once"
        ),
        Refusal(
            "simulation/observations.csv",
            "\n2,count,measure",
            "\n3,count,measure",
            says: "simulation/observations.csv:4: row 3 more than once; expected it once"
        ),
        Refusal(
            "simulation/observations.csv",
            "6,count,report",
            "6,count,reports",
            says: "simulation/observations.csv:7: `reports`; expected one of `violence`, "
                + "`advice`, `report`, `measure`, `referral`, `help-start`, `diagnosis`, "
                + "`treatment`, `safety-plan`, `csg`, `gp`, `none`"
        ),
        Refusal(
            "simulation/scenarios.yaml",
            "factors: {suspicion: \"1.25\"}",
            "factors: {suspicions: \"1.25\"}",
            says: "simulation/scenarios.yaml:19: the key `suspicions`; expected one of "
                + "`onset.physical`, `onset.neglect`, `onset.psychological`, "
                + "`onset.sexual-family`, `onset.sexual-other`, `repeat.family`, `repeat.other`, "
                + "`relapse`, `help-effect`, `suspicion`, `disclosure`, `advice`, `report`, "
                + "`measure`, `referral`, `help.reported`, `help.suspected`, `help.end`, "
                + "`complaint`, `diagnosis`, `treatment`, `treatment-effect`, `safety-plan`, "
                + "`csg.family`, `csg.other`, `gp`"
        ),
    ]

    @Test(arguments: refusals)
    func `a mistake in the simulation is refused with its place`(_ refusal: Refusal) throws {
        #expect(try refusal.description() == refusal.message)
    }
}
