import Definitions

/// *Respons per meting*: how many of those who take part were measured in each wave.
public struct WaveResponse: Sendable, Equatable {
    /// The wave.
    public let wave: String
    /// The share measured among members.
    public let share: CohortShare

    /// The response of every wave, in the order of the plan.
    ///
    /// Nobody is lost to this figure itself: who was not measured is known not to have been.
    public static func all(_ state: CohortState) -> [WaveResponse] {
        let attrition = Attrition(state)
        return state.request.waves.map { wave in
            let measured = state.measured(in: wave.id)
            let values = Dictionary(
                uniqueKeysWithValues: attrition.members.map {
                    ($0.code, measured[$0.code] != nil)
                }
            )
            return WaveResponse(
                wave: wave.id,
                share: attrition.share(values, level: state.request.level)
            )
        }
    }
}
