import Definitions

/// *Geweld over de metingen*: the shares of members in each class of violence, by wave.
public struct ViolenceWaves: Sendable {
    /// A wave.
    public struct Figure: Sendable {
        /// The wave.
        public let wave: String
        /// The shares by class, in the order of `ViolenceClass.allCases`.
        public let shares: [CohortShare]
    }

    /// The figures, in the order of the plan.
    public static func figures(_ state: CohortState) -> [Figure] {
        let attrition = Attrition(state)
        return state.request.waves.map { wave in
            let found = state.measured(in: wave.id).compactMapValues {
                ViolenceClass.of($0, state.request.violence)
            }
            return Figure(
                wave: wave.id,
                shares: ViolenceClass.allCases.map { name in
                    attrition.share(found.mapValues { $0 == name }, level: state.request.level)
                }
            )
        }
    }
}
