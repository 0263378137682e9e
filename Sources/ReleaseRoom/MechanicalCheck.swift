public import Definitions
public import Disclosure
import Domain
import Foundation
import Keys

/// Holds what is submitted against what a machine can see, before anybody has to look at it.
public enum MechanicalCheck {
    /// What is wrong with tables of our own.
    ///
    /// - Parameters:
    ///   - tables: the tables.
    ///   - profile: the profile by which they were protected.
    /// - Returns: one mistake for each table, at its first row; empty where all is well. One for all
    ///   where there is no table, or the profile gives cells away.
    public static func mistakes(
        in tables: [ProtectedTable],
        profile: DisclosureProfile
    ) -> [MechanicalMistake] {
        func name(_ table: ProtectedTable) -> String { "\(table.indicator) \(table.period)" }
        if tables.isEmpty { return [.noTables] }
        // Said once: it is so of all of them.
        let leaky = tables.first { profile.isLeaky || $0.profile != profile.id }
        if let leaky { return [.leaky(file: name(leaky), profile: leaky.profile)] }
        return tables.compactMap { table in
            let layout = table.layout
            for (row, (key, value)) in zip(table.keys, table.values).enumerated() {
                let measure = layout.measures[layout.places(of: key).last ?? 0]
                guard case .shown(let number) = value, measure.isCount else { continue }
                if number % Int64(profile.roundingBase) != 0 {
                    return .unrounded(
                        file: name(table),
                        row: row + 2,
                        base: profile.roundingBase
                    )
                }
            }
            return nil
        }
    }

    /// What is wrong with files of a user.
    ///
    /// - Parameters:
    ///   - files: name and bytes of each table.
    ///   - evidence: what `ijkpunt protect` wrote about them; `nil` where nothing was given.
    /// - Returns: the first mistake of each file, in their order.
    public static func mistakes(
        in files: [(name: String, bytes: [UInt8])],
        evidence: [UInt8]?
    ) -> [MechanicalMistake] {
        let proof = evidence.flatMap {
            try? JSONDecoder().decode(GivenEvidence.self, from: Data($0))
        }
        return files.compactMap { file in
            mistake(in: file.name, file.bytes, proof)
        }
    }

    private static func mistake(
        in name: String,
        _ bytes: [UInt8],
        _ evidence: GivenEvidence?
    ) -> MechanicalMistake? {
        guard let text = String(validating: bytes, as: UTF8.self),
            !bytes.contains(0), let rows = StatusRows(text)
        else { return .wrongType(file: name) }
        guard let evidence else { return .noEvidence(file: name) }
        let own = evidence.outputs.filter {
            URL(filePath: $0.path).lastPathComponent == URL(filePath: name).lastPathComponent
        }
        guard !own.isEmpty else { return .noEvidence(file: name) }
        guard own.contains(where: { $0.sha256 == SHA.text(bytes) }) else {
            return .changed(file: name)
        }
        if evidence.profile.leaky { return .leaky(file: name, profile: evidence.profile.id) }
        let attack = evidence.attack
        guard attack.findings.isEmpty, attack.undecided == 0 else {
            return .attacked(
                file: name,
                findings: attack.findings.count,
                undecided: attack.undecided
            )
        }
        let base = evidence.profile.roundingBase
        for (row, status, value) in rows.rows {
            switch status {
            case "rounded":
                guard let number = Int(value), number % base == 0 else {
                    return .unrounded(file: name, row: row, base: base)
                }
            case "derived", "interval": continue
            case "suppressed":
                if !value.isEmpty { return .unprotected(file: name, row: row) }
            case "published":
                guard evidence.profile.method == "suppression" else {
                    return .unprotected(file: name, row: row)
                }
            default: return .unprotected(file: name, row: row)
            }
        }
        return nil
    }
}

/// What a check reads of the evidence that `ijkpunt protect` writes.
struct GivenEvidence: Decodable {
    struct File: Decodable {
        let path: String
        let sha256: String
    }

    struct Profile: Decodable {
        let id: String
        let method: String
        let leaky: Bool
        let roundingBase: Int
    }

    struct Attack: Decodable {
        struct Finding: Decodable {}

        let undecided: Int
        let findings: [Finding]
    }

    let profile: Profile
    let outputs: [File]
    let attack: Attack
}
