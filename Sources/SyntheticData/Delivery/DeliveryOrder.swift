/// The order in which the files are to be received, round by round.
///
/// In the round of a half-year come its first deliveries and redeliveries of the half-year before.
/// Half of the redeliveries come first and half last: both are allowed, and so both are tried.
struct DeliveryOrder {
    private var rounds: [Round]

    private struct Round {
        var early: [String] = []
        var first: [String] = []
        var late: [String] = []
    }

    init(rounds count: Int) {
        rounds = Array(repeating: Round(), count: count)
    }

    mutating func addFirst(_ path: String, round: Int) {
        rounds[round].first.append(path)
    }

    mutating func addRedelivery(_ path: String, of round: Int, isEarly: Bool) {
        if isEarly {
            rounds[round + 1].early.append(path)
        } else {
            rounds[round + 1].late.append(path)
        }
    }

    /// The text of `order.txt`: one path a line.
    var text: String {
        rounds.flatMap { $0.early + $0.first + $0.late }.reduce(into: "") { text, path in
            text += path
            text += "\n"
        }
    }
}
