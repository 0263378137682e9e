import Domain
import Foundation
import Intake

/// An earlier check, read back from what `check --format json` wrote.
struct EarlierCheck {
    /// A rule and a column.
    struct Key: Hashable, Comparable {
        let code: String
        let field: String

        static func < (left: Key, right: Key) -> Bool {
            (left.code, left.field) < (right.code, right.field)
        }
    }

    private struct Document: Decodable {
        struct File: Decodable {
            struct Line: Decodable {
                let code: String
                let field: String?
            }

            let file: String
            let source: String
            let holder: String?
            let period: String?
            let findings: [Line]
        }

        let files: [File]
    }

    private let files: [Document.File]

    /// Reads an earlier check.
    ///
    /// - Throws: `Complaint.InputError` when the file is none.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path),
            let document = try? JSONDecoder().decode(Document.self, from: data)
        else { throw Complaint.InputError.earlierCheck(path: path) }
        files = document.files
    }

    /// How often each rule was broken in the earlier check of the same delivery: the same source,
    /// holder and half-year, or, where those could not be read, the same file.
    func counts(of file: ReadFile) -> [Key: Int] {
        let same = files.first {
            $0.source == file.source && $0.holder != nil && $0.holder == file.holder
                && $0.period == file.period?.description
        }
        var counts: [Key: Int] = [:]
        for line in (same ?? files.first { $0.file == file.path })?.findings ?? [] {
            counts[Key(code: line.code, field: line.field ?? ""), default: 0] += 1
        }
        return counts
    }
}

/// What became of findings between two checks of a delivery.
///
/// Counted by rule and column, not by row: a row taken out moves every row behind it.
struct CheckChange {
    /// A rule and column.
    struct Line {
        let code: String
        let field: String
        let added: Int
        let solved: Int
        let still: Int

        var values: [String: String] {
            [
                "code": code, "field": field.isEmpty ? "–" : field, "new": "\(added)",
                "solved": "\(solved)", "still": "\(still)",
            ]
        }
    }

    /// The rules, in the order of code and column.
    let lines: [Line]

    init(from earlier: [EarlierCheck.Key: Int], to file: ReadFile) {
        var now: [EarlierCheck.Key: Int] = [:]
        for group in file.findingGroups(first: 0) {
            for (field, count) in group.fields {
                now[EarlierCheck.Key(code: group.code, field: field)] = count
            }
        }
        lines = Set(now.keys).union(earlier.keys).sorted().map { key in
            let (before, after) = (earlier[key] ?? 0, now[key] ?? 0)
            return Line(
                code: key.code,
                field: key.field,
                added: max(0, after - before),
                solved: max(0, before - after),
                still: min(before, after)
            )
        }
    }

    /// New, solved and still there, over all rules.
    var totals: [String: Int] {
        [
            "new": lines.reduce(0) { $0 + $1.added }, "solved": lines.reduce(0) { $0 + $1.solved },
            "still": lines.reduce(0) { $0 + $1.still },
        ]
    }
}
