import Columns
import Definitions
import Domain

/// How the columns of one file are read, worked out from its header and first record.
struct FilePlan: Sendable {
    let scanner: DelimitedScanner
    let setting: RuleSetting
    let firstRow: Int
    let isNothingToReport: Bool

    /// Reads the header; gives `nil` when the file is refused, with the reasons in its findings.
    init?(
        of piece: UnsafePieceBuffer,
        source: SourceDefinition,
        context: IntakeContext,
        file: inout ReadFile
    ) {
        let names = source.columns.map(\.name)
        let header = HeaderLine(of: piece, expecting: names)
        let number = source.columns.firstIndex { $0.kind == .bsn }
        let found = header.fields.compactMap { field -> Int? in
            switch field {
            case .known(let index): index
            case .sender: number
            case .unknown: nil
            }
        }
        guard !found.isEmpty else {
            file.refuse("INT-001")
            return nil
        }
        FilePlan.checkColumns(found, of: source, file: &file)
        guard !file.isRefused, let holderColumn = header.column(of: .holder, in: source),
            let periodColumn = header.column(of: .period, in: source)
        else { return nil }
        let first = FirstRecord(
            of: piece,
            at: header.end,
            separator: header.separator,
            wanted: [holderColumn, periodColumn]
        )
        guard first.exists else {
            file.refuse("INT-001")
            return nil
        }
        let holder = first.values[holderColumn] ?? []
        let periodBytes = first.values[periodColumn] ?? []
        if holder.count == 8, holder.allSatisfy({ (0x30...0x39).contains($0) }) {
            file.holder = String(decoding: holder, as: UTF8.self)
        } else {
            file.refuse("INT-007", row: 2, field: RowField.holder.rawValue)
        }
        guard let period = ReportingPeriod(String(decoding: periodBytes, as: UTF8.self)) else {
            file.refuse("INT-009", row: 2, field: RowField.period.rawValue)
            return nil
        }
        file.period = period
        guard !file.isRefused else { return nil }
        let valid = Set(source.columns(in: period).map(\.name))
        for (place, field) in header.fields.enumerated() {
            switch field {
            case .unknown(let name): file.note("INT-020", subject: name ?? "\(place + 1)")
            case .known(let index) where !valid.contains(names[index]):
                file.note("INT-020", subject: names[index])
            case .sender(let mark):
                file.senderMark = mark
                file.fields.insert(.number)
            case .known(let index):
                if let field = RowField(rawValue: names[index]) { file.fields.insert(field) }
            }
        }
        firstRow = header.end
        isNothingToReport = first.othersAreEmpty && first.isOnlyOne
        setting = RuleSetting(
            source: source.id,
            period: period,
            fields: file.fields,
            tooOld: context.birthdays("maximum-age", of: source),
            queried: context.birthdays("query-age", of: source),
            adult: context.birthdays("adult-age", of: source)
        )
        let readings = header.fields.map { field -> FieldReading in
            if case .sender = field { return .sender }
            guard case .known(let index) = field, valid.contains(names[index]) else {
                return .skipped
            }
            return FilePlan.reading(
                of: source.columns[index],
                period: period,
                context: context,
                constants: (holder, periodBytes)
            )
        }
        scanner = DelimitedScanner(
            separator: header.separator,
            readings: readings,
            smallSlots: RowField.smallSlots,
            wideSlots: RowField.wideSlots,
            specialNumbers: FilePlan.specialNumbers(of: source, in: period),
            scrambler: context.scrambler,
            longestRecord: source.limit("longest-line-bytes"),
            postcodes: context.postcodes.flatMap { table in
                RowField.municipality.wideSlot.map {
                    PostcodePlacing(table: table, period: period, slot: $0)
                }
            }
        )
    }

    private static func checkColumns(
        _ found: [Int],
        of source: SourceDefinition,
        file: inout ReadFile
    ) {
        for (index, column) in source.columns.enumerated() {
            let times = found.count { $0 == index }
            if times > 1 { file.refuse("INT-003", subject: column.name) }
            if times == 0, column.isObligatory { file.refuse("INT-002", subject: column.name) }
        }
        let groups = Set(source.columns.compactMap(\.oneOf)).sorted()
        for group in groups {
            let members = source.columns.indices.filter { source.columns[$0].oneOf == group }
            if !members.contains(where: found.contains) { file.refuse("INT-012") }
        }
    }

    private static func reading(
        of column: SourceDefinition.Column,
        period: ReportingPeriod,
        context: IntakeContext,
        constants: (holder: [UInt8], period: [UInt8])
    ) -> FieldReading {
        let field = RowField(rawValue: column.name)
        switch column.kind {
        case .holder: return .constant(expected: constants.holder, mistake: .holderDiffers)
        case .period: return .constant(expected: constants.period, mistake: .periodDiffers)
        case .bsn: return .number
        case .birthDate:
            return .birthDate(
                slot: field?.wideSlot ?? 0,
                approximateFlag: RowFlag.approximateBirth
            )
        case .date: return field?.wideSlot.map { .date(slot: $0) } ?? .skipped
        case .postcode: return field?.smallSlot.map { .postcode(slot: $0) } ?? .skipped
        case .municipality:
            return .municipality(
                slot: field?.wideSlot ?? 0,
                known: context.knownMunicipalities
            )
        case .code:
            guard let slot = field?.smallSlot else { return .skipped }
            let list = column.codeList.flatMap { context.definitions.codeLists[$0] }
            let codes = (list?.codes(in: period.year) ?? []).filter {
                column.codes?.contains($0) ?? true
            }
            return .code(
                slot: slot,
                table: CodeTable(codes: codes, aliases: column.aliases),
                aliasFlag: RowFlag.alias
            )
        }
    }

    private static func specialNumbers(
        of source: SourceDefinition,
        in period: ReportingPeriod
    ) -> [(number: UInt32, state: UInt32)] {
        source.specialNumbers.filter {
            ($0.from ?? period) <= period && period <= ($0.until ?? period)
        }.compactMap { special in
            UInt32(special.code).map {
                ($0, special.meaning == .unknown ? NumberState.unknown : NumberState.unborn)
            }
        }
    }

    static func refuse(
        _ file: inout ReadFile,
        _ mistake: (row: Int, kind: RowMistake),
        limit: Int
    ) {
        let row = mistake.row + 2
        switch mistake.kind {
        case .fieldCount: file.refuse("INT-004", row: row)
        case .holderDiffers: file.refuse("INT-008", row: row, field: RowField.holder.rawValue)
        case .periodDiffers: file.refuse("INT-010", row: row, field: RowField.period.rawValue)
        case .tooLong: file.refuse("INT-011", row: row, subject: String(limit))
        }
    }
}

extension HeaderLine {
    /// The place of the column with a protocol name.
    func column(of field: RowField, in source: SourceDefinition) -> Int? {
        guard let index = source.columns.firstIndex(where: { $0.name == field.rawValue }) else {
            return nil
        }
        return fields.firstIndex(of: .known(index))
    }
}
