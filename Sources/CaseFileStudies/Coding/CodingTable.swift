public import Definitions

/// Reads what coders found, one answer a row, and holds it against the instrument and the study.
public enum CodingTable {
    /// The columns.
    static let columns = ["file", "coder", "round", "day", "item", "value"]

    /// Reads a file; what was entered already with the same answers is left out.
    ///
    /// - Throws: ``StudyError`` that names row, column and what was expected.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        state: StudyState,
        instrument: Instrument
    ) throws(StudyError) -> [Coding] {
        let table = try EntryTable(bytes, path: path, required: columns)
        let files = Dictionary(uniqueKeysWithValues: state.asked.map { ($0.code, $0) })
        var found: [Coding] = []
        var places: [String: Int] = [:]
        var rowOf: [String: Int] = [:]
        for row in table.rows {
            let code = row.cells["file"] ?? ""
            guard let file = files[code] else {
                throw table.mistake(row.number, "file", "a code of the files to be coded")
            }
            guard state.consents[code]?.outcome == .given else {
                throw table.mistake(row.number, "file", "a file with consent")
            }
            guard let round = try table.choice(Coding.Round.self, row, "round") else {
                throw table.mistake(row.number, "round", "first, second, adjudication")
            }
            guard round == .first || file.isCodedTwice else {
                throw table.mistake(row.number, "round", "first, because the file is coded once")
            }
            let coder = row.cells["coder"] ?? ""
            guard CodingTable.isCode(coder) else {
                throw table.mistake(row.number, "coder", "a code of letters and digits, as A1")
            }
            let day = row.cells["day"] ?? ""
            guard CodingTable.isDay(day) else {
                throw table.mistake(row.number, "day", "a day as 2026-11-25")
            }
            let name = row.cells["item"] ?? ""
            guard let item = instrument.item(name) else {
                throw table.mistake(row.number, "item", "an item of \(instrument.id)")
            }
            guard let answer = item.answer(row.cells["value"] ?? "") else {
                throw table.mistake(row.number, "value", item.expectation)
            }
            let key = "\(code)|\(coder)|\(round.rawValue)"
            rowOf["\(key)|\(name)"] = row.number
            if let place = places[key] {
                guard found[place].answers[name] == nil else {
                    throw table.mistake(row.number, "item", "each item once for a reading")
                }
                found[place].answers[name] = answer
            } else {
                places[key] = found.count
                found.append(
                    Coding(
                        file: code,
                        coder: coder,
                        round: round,
                        day: day,
                        answers: [name: answer]
                    )
                )
            }
        }
        for coding in found {
            let key = "\(coding.file)|\(coding.coder)|\(coding.round.rawValue)"
            for item in instrument.items {
                guard coding.answers[item.id] != nil,
                    !item.isAsked(after: coding.answers)
                else { continue }
                throw table.mistake(
                    rowOf["\(key)|\(item.id)"] ?? 1,
                    "item",
                    "no answer, because \(item.condition?.item ?? "") was not answered with "
                        + (item.condition?.codes.joined(separator: ", ") ?? "")
                )
            }
        }
        return try fresh(found, state, table, rowOf)
    }

    /// What is new, after the rules on who reads which file.
    private static func fresh(
        _ found: [Coding],
        _ state: StudyState,
        _ table: EntryTable,
        _ rowOf: [String: Int]
    ) throws(StudyError) -> [Coding] {
        var fresh: [Coding] = []
        var coders: [String: [Coding.Round: String]] = [:]
        for coding in state.codings {
            coders[coding.file, default: [:]][coding.round] = coding.coder
        }
        for coding in found {
            let key = "\(coding.file)|\(coding.coder)|\(coding.round.rawValue)"
            let row = rowOf.filter { $0.key.hasPrefix(key + "|") }.values.min() ?? 1
            if let known = state.codings.first(where: {
                $0.file == coding.file && $0.round == coding.round
            }) {
                if known == coding { continue }
                throw .conflict(path: table.path, row: row, column: "value")
            }
            let others = (coders[coding.file] ?? [:]).filter { $0.key != coding.round }
            guard !others.values.contains(coding.coder) else {
                throw table.mistake(row, "coder", "somebody who did not read the file before")
            }
            guard coders[coding.file]?[coding.round] == nil else {
                throw table.mistake(row, "coder", "one coder for each reading of a file")
            }
            coders[coding.file, default: [:]][coding.round] = coding.coder
            fresh.append(coding)
        }
        return fresh
    }

    /// Whether a text is a code of up to twelve letters and digits.
    public static func isCode(_ text: String) -> Bool {
        (1...12).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || (0x30...0x39).contains($0)
            }
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    }
}

extension Instrument.Item {
    /// Reads an answer, or gives `nil` when it is none.
    ///
    /// An estimate begins with `~`.
    package func answer(_ text: String) -> Coding.Answer? {
        if missing.contains(where: { $0.rawValue == text }) { return Coding.Answer(value: text) }
        let isEstimated = text.hasPrefix("~")
        if isEstimated && !mayBeEstimated { return nil }
        let value = isEstimated ? String(text.dropFirst()) : text
        switch kind {
        case .choice:
            guard options.contains(where: { $0.code == value }) else { return nil }
        case .choices:
            let codes = value.split(separator: " ").map(String.init)
            let isKnown = codes.allSatisfy { code in options.contains { $0.code == code } }
            guard !codes.isEmpty, Set(codes).count == codes.count, isKnown,
                !codes.contains("none") || codes.count == 1
            else { return nil }
            let sorted = options.map(\.code).filter(codes.contains)
            return Coding.Answer(value: sorted.joined(separator: " "), isEstimated: isEstimated)
        case .continuum:
            guard let place = Int(value), (0...100).contains(place) else { return nil }
        }
        return Coding.Answer(value: value, isEstimated: isEstimated)
    }

    /// What an answer looks like, for messages.
    var expectation: String {
        let missing = missing.map(\.rawValue)
        let codes = options.map(\.code) + missing
        return switch kind {
        case .choice: codes.joined(separator: ", ")
        case .choices: "with blanks between them: " + codes.joined(separator: ", ")
        case .continuum: (["0-100"] + missing).joined(separator: ", ")
        }
    }

    /// Whether the item is asked after these answers.
    package func isAsked(after answers: [String: Coding.Answer]) -> Bool {
        guard let condition else { return true }
        guard let answer = answers[condition.item] else { return false }
        return answer.value.split(separator: " ").contains { condition.codes.contains(String($0)) }
    }
}
