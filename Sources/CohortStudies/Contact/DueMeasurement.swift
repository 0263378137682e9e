import Definitions
public import Domain

/// *Openstaande meting*: somebody whose window is open, and how they may be reached.
public struct DueMeasurement: Sendable, Equatable {
    /// The participant.
    public let participant: String
    /// The wave.
    public let wave: String
    /// The last day of the window.
    public let until: CalendarDay
    /// How they are reached.
    public let channel: SafeContact.Channel
    /// Whether somebody may read along.
    public let readingAlong: SafeContact.ReadingAlong

    /// Everybody whose window is open on a day and who was not measured in it, the nearest end first.
    public static func all(_ state: CohortState, on day: CalendarDay) -> [DueMeasurement] {
        state.request.waves.flatMap { wave -> [DueMeasurement] in
            let measured = state.measured(in: wave.id)
            return state.members.compactMap { member in
                let after = Int(day.number - member.day)
                guard (wave.from...wave.until).contains(after), measured[member.code] == nil,
                    let contact = state.contacts[member.code]
                else { return nil }
                return DueMeasurement(
                    participant: member.code,
                    wave: wave.id,
                    until: CalendarDay(number: member.day + Int32(wave.until)),
                    channel: contact.channel,
                    readingAlong: contact.readingAlong
                )
            }
        }.sorted { ($0.until, $0.participant) < ($1.until, $1.participant) }
    }
}
