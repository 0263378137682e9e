import Columns
import Domain

/// The slow, obviously right twin of ``DelimitedScanner``: splits, then converts field by field.
struct SlowScanner {
    /// A row as values; of a number the number itself instead of its scrambled form.
    struct Row: Equatable {
        var number: Int?
        var state: UInt32?
        var flags: UInt8 = 0
        var small: [UInt8]
        var wide: [UInt16]
    }

    private struct Field {
        var content: [UInt8] = []
        /// Whether something stands behind the closing quote.
        var hasTail = false
    }

    let layout: ScannerLayout

    /// The rows before the first that cannot be read, and that one.
    func scan(_ bytes: [UInt8]) -> (rows: [Row], mistake: (row: Int, kind: RowMistake)?) {
        var rows: [Row] = []
        for fields in split(bytes) {
            switch convert(fields) {
            case .success(let row): rows.append(row)
            case .failure(let kind): return (rows, (rows.count, kind))
            }
        }
        return (rows, nil)
    }

    private func split(_ bytes: [UInt8]) -> [[Field]] {
        var rows: [[Field]] = []
        var fields: [Field] = []
        var index = 0
        func isLineEnd(_ index: Int) -> Bool {
            index >= bytes.count || bytes[index] == 0x0A
                || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] == 0x0A)
        }
        while index < bytes.count {
            var field = Field()
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while index < bytes.count {
                    if bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
                    }
                    field.content.append(bytes[index])
                    index += 1
                }
                field.hasTail = !isLineEnd(index) && bytes[index] != layout.separator
            } else {
                while !isLineEnd(index), bytes[index] != layout.separator {
                    field.content.append(bytes[index])
                    index += 1
                }
            }
            fields.append(field)
            if field.hasTail { return rows + [fields] }
            if isLineEnd(index) {
                rows.append(fields)
                fields = []
                index += index < bytes.count && bytes[index] == 0x0D ? 2 : 1
            } else {
                index += 1
                // A separator at the very end is followed by one more, empty field.
                if index == bytes.count {
                    rows.append(fields + [Field()])
                    fields = []
                }
            }
        }
        return rows
    }

    private func convert(_ fields: [Field]) -> Result<Row, RowMistake> {
        var row = Row(
            small: Array(repeating: 0, count: layout.smallSlots),
            wide: Array(repeating: 0, count: layout.wideSlots)
        )
        row.state = NumberState.absent
        for (index, column) in layout.columns.enumerated() {
            if let mistake = convert(fields[index].content, column, &row) {
                return .failure(mistake)
            }
            let isLast = index == layout.columns.count - 1
            if fields[index].hasTail || (fields.count == index + 1) != isLast {
                return .failure(.fieldCount)
            }
        }
        return .success(row)
    }

    private func convert(
        _ content: [UInt8],
        _ column: ScannerLayout.Column,
        _ row: inout Row
    ) -> RowMistake? {
        let text = String(decoding: content, as: UTF8.self)
        switch column {
        case .skipped: return nil
        case .constant(let expected): return text == expected ? nil : .periodDiffers
        case _ where content.isEmpty: return nil
        case .number: convert(number: content, text, &row)
        case .date(let slot): row.wide[slot] = day(content).map(pack) ?? PackedDay.unreadable
        case .birthDate(let slot, let flag): row.wide[slot] = birth(content, flag, &row.flags)
        case .code(let slot, let flag):
            if let code = layout.aliases[text] {
                row.small[slot] = CodeTable.byte(for: code) ?? CodeTable.unknown
                row.flags |= flag
            } else {
                row.small[slot] =
                    layout.codes.contains(text)
                    ? CodeTable.byte(for: text) ?? CodeTable.unknown : CodeTable.unknown
            }
        case .postcode(let slot):
            let isRight =
                content.count == 6 && (0x31...0x39).contains(content[0])
                && content[1..<4].allSatisfy { (0x30...0x39).contains($0) }
                && content[4...].allSatisfy { (0x41...0x5A).contains($0) }
            row.small[slot] = isRight ? 1 : CodeTable.unknown
        case .municipality(let slot):
            let digits = text.count == 6 && text.hasPrefix("GM") ? String(text.dropFirst(2)) : text
            let number = digits.utf8.count == 4 ? allDigits(Array(digits.utf8)) : nil
            row.wide[slot] =
                number.map { layout.municipalities.contains($0) ? UInt16($0) : 65_535 } ?? 65_535
        }
        return nil
    }

    private func convert(number content: [UInt8], _ text: String, _ row: inout Row) {
        row.state = NumberState.invalid
        guard content.count == 9, let number = allDigits(content) else { return }
        if let special = layout.specialNumbers[number] {
            row.state = special
            return
        }
        let digits = content.map { Int($0) - 0x30 }
        let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        guard sum % 11 == 0, number > 0 else { return }
        row.state = nil
        row.number = number
    }

    private func birth(_ content: [UInt8], _ flag: UInt8, _ flags: inout UInt8) -> UInt16 {
        guard let value = dateDigits(content) else { return PackedDay.unreadable }
        if value == 99_999_999 { return PackedDay.unborn }
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
        guard day == 0 else { return self.day(content).map(pack) ?? PackedDay.unreadable }
        flags |= flag
        let assumed = CalendarDay(year: year, month: month == 0 ? 7 : month, day: 1)
        return assumed.map(pack) ?? PackedDay.unreadable
    }

    private func day(_ content: [UInt8]) -> CalendarDay? {
        dateDigits(content).flatMap {
            CalendarDay(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100)
        }
    }

    private func dateDigits(_ content: [UInt8]) -> Int? {
        if content.count == 8 { return allDigits(content) }
        guard content.count == 10, content[4] == UInt8(ascii: "-"),
            content[7] == UInt8(ascii: "-")
        else { return nil }
        return allDigits(Array(content[..<4] + content[5..<7] + content[8...]))
    }

    private func allDigits(_ content: [UInt8]) -> Int? {
        content.allSatisfy { (0x30...0x39).contains($0) }
            ? content.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
    }

    private func pack(_ day: CalendarDay) -> UInt16 {
        let first = Int32(-25_567)  // 1 January 1900
        if day.number <= first { return 1 }
        let packed = day.number - first + 1
        return packed <= 65_000 ? UInt16(packed) : PackedDay.beyond
    }
}
