import Domain
import Foundation
import ReleaseRoom
import Store
import Testing

@Suite("The release desk")
struct ReleaseDeskTests {
    let place: RoomFixture

    init() throws {
        place = try RoomFixture()
    }

    @Test func `two checkers who did not submit release together, and nobody else can`() throws {
        let id = try place.desk("Anna").submit(place.dossier())
        #expect(id == 1)
        #expect(throws: ReleaseRoomError.awaiting(submission: 1, votes: 0)) {
            _ = try place.desk("Anna").release(1)
        }
        #expect(throws: ReleaseRoomError.submitterVotes(submission: 1)) {
            _ = try place.desk(" anna.").vote(1, approves: true, reason: "Van mijzelf.")
        }
        let first = try place.desk("Bram").vote(1, approves: true, reason: "Alles afgerond.")
        #expect(first.state == .awaiting)
        #expect(first.voters == ["Bram"])
        #expect(throws: ReleaseRoomError.votedAlready(submission: 1)) {
            _ = try place.desk("BRAM").vote(1, approves: true, reason: "Nogmaals.")
        }
        #expect(throws: ReleaseRoomError.awaiting(submission: 1, votes: 1)) {
            _ = try place.desk("Anna").release(1)
        }
        let second = try place.desk("Chris").vote(1, approves: true, reason: "Eens.")
        #expect(second.state == .approved)
        #expect(second.votes?.map(\.word.text) == ["Alles afgerond.", "Eens."])
        #expect(throws: ReleaseRoomError.votesComplete(submission: 1)) {
            _ = try place.desk("Dana").vote(1, approves: false, reason: "Te laat.")
        }
        #expect(try place.desk("Anna").release(1).state == .released)
        #expect(throws: ReleaseRoomError.releasedAlready(submission: 1)) {
            _ = try place.desk("Anna").release(1)
        }
        #expect(try ReleaseDesk.released(figures: "f00d", in: place.store)?.id == 1)
        #expect(try ReleaseDesk.released(figures: "beef", in: place.store) == nil)
        #expect(throws: ReleaseRoomError.unknown(submission: 2)) {
            _ = try place.desk("Bram").submission(2)
        }
    }

    @Test func `one vote against is enough to refuse, with its reason`() throws {
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try place.desk("Bram").vote(1, approves: true, reason: "Goed.")
        let both = try place.desk("Chris").vote(1, approves: false, reason: "Groep te klein.")
        #expect(both.state == .refused)
        #expect(both.votes?.map(\.approves) == [true, false])
        #expect(throws: ReleaseRoomError.refused(submission: 1)) {
            _ = try place.desk("Anna").release(1)
        }
    }

    @Test func `nobody can read the first vote before the second is there`() throws {
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try place.desk("Bram").vote(1, approves: false, reason: "De groep is te klein.")
        let seen = try place.desk("Chris").submission(1)
        #expect(seen.votes == nil)
        #expect(seen.comments.isEmpty)
        // The log that the key opens says that somebody voted, and not what.
        let lines = try place.store.auditLines([.release])
        #expect(lines.last?.event.facts.keys.sorted() == ["entry", "sha256", "step", "submission"])
        #expect(lines.last?.event.facts["step"] == "vote")
        #expect(lines.last?.event.sealed == [:])
        // Who has voted would tell by a remark.
        #expect(throws: ReleaseRoomError.silentUntilVoted(submission: 1)) {
            try place.desk("Bram").comment(1, "Kijk goed naar tabel 3.")
        }
        try place.desk("Chris").comment(1, "Welke regio's zijn dit?")
        _ = try place.desk("Chris").vote(1, approves: true, reason: "Goed.")
        try place.desk("Bram").comment(1, "Kijk goed naar tabel 3.")
        #expect(
            try place.desk("Anna").submission(1).comments.map(\.text) == [
                "Welke regio's zijn dit?", "Kijk goed naar tabel 3.",
            ]
        )
    }

    @Test func `the stored bytes of a vote do not tell what it is`() throws {
        let reasons = ["Ja.", String(repeating: "Nee, want de groep is te klein. ", count: 90)]
        for (number, reason) in reasons.enumerated() {
            _ = try place.desk("Anna").submit(place.dossier())
            _ = try place.desk("Bram").vote(number + 1, approves: number == 0, reason: reason)
        }
        let votes = try place.stored("vote")
        #expect(votes.count == 2)
        #expect(votes[0].count == votes[1].count)
        #expect(votes[0].count == 12 + 8_192 + 16)
        for vote in votes {
            for word in ["approves", "true", "false", "Bram", "groep"] {
                #expect(vote.range(of: Data(word.utf8)) == nil)
            }
            // Bytes as by chance: no padding, nor anything else that repeats, shines through.
            var counts = [Int](repeating: 0, count: 256)
            for byte in vote { counts[Int(byte)] += 1 }
            #expect(counts.max() ?? 0 < 80)
        }
        // The whole file, the log beside it and the log of the store tell no more.
        let length = DeliveryStore.longestVote
        #expect(throws: ReleaseRoomError.reasonTooLong(submission: 1, most: length - 40)) {
            _ = try place.desk("Chris").vote(
                1,
                approves: true,
                reason: String(repeating: "x", count: 9_000)
            )
        }
    }

    @Test func `what is withdrawn is not released, and stays to be read`() throws {
        _ = try place.desk("Anna").submit(place.dossier())
        #expect(throws: ReleaseRoomError.noReason(submission: 1)) {
            try place.desk("Anna").withdraw(1, reason: " ")
        }
        try place.desk("Anna").withdraw(1, reason: "Verkeerde periode.")
        let own = try place.desk("Bram").submission(1)
        #expect(own.state == .withdrawn)
        #expect(own.withdrawal?.text == "Verkeerde periode.")
        #expect(throws: ReleaseRoomError.withdrawn(submission: 1)) {
            _ = try place.desk("Bram").vote(1, approves: true, reason: "Goed.")
        }
        // After its release too: then its figures are released no longer.
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try place.desk("Bram").vote(2, approves: true, reason: "Goed.")
        _ = try place.desk("Chris").vote(2, approves: true, reason: "Goed.")
        _ = try place.desk("Anna").release(2)
        try place.desk("Chris").withdraw(2, reason: "Fout in een levering.")
        #expect(try ReleaseDesk.released(figures: "f00d", in: place.store) == nil)
    }

    @Test func `an entry that was changed, moved or taken out is heard`() throws {
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try place.desk("Bram").vote(1, approves: false, reason: "Nee.")
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try place.desk("Bram").vote(2, approves: true, reason: "Ja.")
        func damaged(_ number: Int) -> StoreError {
            .damaged(path: place.store.path, reason: "entry \(number) of the release room")
        }
        // The vote for the second in the place of the one against the first.
        try place.alter(
            """
            UPDATE release_room SET sealed = (SELECT sealed FROM release_room WHERE number = 4)
            WHERE number = 2
            """
        )
        #expect(throws: damaged(2)) { _ = try place.desk("Chris").submissions() }
        try place.alter("DELETE FROM release_room WHERE number = 4")
        #expect(throws: damaged(4)) { _ = try place.desk("Chris").submissions() }
    }

    @Test func `every step and every refusal is a line of the log`() throws {
        _ = try place.desk("Anna").submit(place.dossier())
        _ = try? place.desk("Anna").vote(1, approves: true, reason: "Van mijzelf.")
        _ = try place.desk("Bram").vote(1, approves: true, reason: "Goed.")
        let lines = try place.store.auditLines()
        #expect(lines.map(\.event.kind) == [.release, .refusal, .release])
        #expect(lines.map(\.event.actor) == ["Anna", "Anna", "Bram"])
        #expect(lines[1].event.facts == ["release": "submitter-votes", "submission": "1"])
        #expect(lines[0].event.facts["step"] == "submission")
    }
}
