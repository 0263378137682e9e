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
        let layout = context.layout(of: source)
        guard context.permits(source.permit, of: source) else {
            file.refuse("INT-502")
            return nil
        }
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
        guard !file.isRefused else { return nil }
        let known = Set(found)
        let holderColumn = header.column(of: RowField(layout.holder), in: source)
        let periodColumn = header.column(of: RowField(layout.period), in: source)
        let first = FirstRecord(
            of: piece,
            at: header.end,
            separator: header.separator,
            wanted: Set([holderColumn, periodColumn].compactMap { $0 })
        )
        guard first.exists else {
            file.refuse("INT-001")
            return nil
        }
        let holder = holderColumn.flatMap { first.values[$0] } ?? []
        let periodBytes = periodColumn.flatMap { first.values[$0] } ?? []
        if holderColumn != nil {
            let name = String(decoding: holder, as: UTF8.self)
            if HolderName(form: source.holderForm, context.definitions.regions).isHolder(name) {
                file.holder = name
            } else {
                file.refuse(source.holderForm.rule, row: 2, field: layout.holder)
            }
        }
        var period = RuleSetting.noPeriod
        if periodColumn != nil {
            guard let found = ReportingPeriod(String(decoding: periodBytes, as: UTF8.self)) else {
                file.refuse("INT-009", row: 2, field: layout.period)
                return nil
            }
            period = found
            file.period = found
            if let year = source.limits["first-period-year"], found.year < year {
                file.refuse("INT-019", row: 2, field: layout.period)
            }
            FilePlan.checkObligations(known, of: source, in: found, file: &file)
        }
        guard !file.isRefused else { return nil }
        let valid = Set(
            source.columns(in: period).filter { context.permits($0.permit, of: source) }.map(\.name)
        )
        for (place, field) in header.fields.enumerated() {
            switch field {
            case .unknown(let name): file.note("INT-020", subject: name ?? "\(place + 1)")
            case .known(let index) where !context.permits(source.columns[index].permit, of: source):
                file.note("INT-024", subject: names[index])
            case .known(let index) where !valid.contains(names[index]):
                file.note("INT-020", subject: names[index])
            case .sender
            where number.map({ !context.permits(source.columns[$0].permit, of: source) }) ?? true:
                file.note("INT-024", subject: RowField.number.rawValue)
            case .sender(let mark):
                file.senderMark = mark
                file.fields.insert(.number)
            case .known(let index): file.fields.insert(RowField(names[index]))
            }
        }
        firstRow = header.end
        isNothingToReport = holderColumn != nil && first.othersAreEmpty && first.isOnlyOne
        setting = RuleSetting(
            source: source,
            period: period,
            fields: file.fields,
            context: context
        )
        file.setting = setting
        let readings = header.fields.map { field -> FieldReading in
            if case .sender = field { return file.senderMark == nil ? .skipped : .sender }
            guard case .known(let index) = field, valid.contains(names[index]) else {
                return .skipped
            }
            return FilePlan.reading(
                of: source.columns[index],
                at: layout.places[index],
                source: source.id,
                period: period,
                context: context,
                constants: (holder, periodBytes)
            )
        }
        scanner = DelimitedScanner(
            separator: header.separator,
            readings: readings,
            smallSlots: layout.smallSlots,
            wideSlots: layout.wideSlots,
            longSlots: layout.longSlots,
            specialNumbers: FilePlan.specialNumbers(of: source, in: period),
            scrambler: context.scrambler,
            longestRecord: source.limit("longest-line-bytes"),
            postcodes: FilePlan.placing(context, period: period, layout: layout)
        )
    }

    /// Where postcodes lead, when a table was given and the rows have a municipality.
    private static func placing(
        _ context: IntakeContext,
        period: ReportingPeriod,
        layout: RowLayout
    ) -> PostcodePlacing? {
        guard let table = context.postcodes,
            case .wide(let slot) = layout.place(of: .municipality)
        else { return nil }
        return PostcodePlacing(table: table, period: period, slot: slot)
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

    /// Columns that are obligatory only from some half-year on.
    private static func checkObligations(
        _ found: Set<Int>,
        of source: SourceDefinition,
        in period: ReportingPeriod,
        file: inout ReadFile
    ) {
        for (index, column) in source.columns.enumerated()
        where !column.isObligatory && column.isObligatory(in: period) && !found.contains(index) {
            file.refuse("INT-002", subject: column.name)
        }
    }

    private static func reading(
        of column: SourceDefinition.Column,
        at place: RowLayout.Place,
        source: String,
        period: ReportingPeriod,
        context: IntakeContext,
        constants: (holder: [UInt8], period: [UInt8])
    ) -> FieldReading {
        switch (column.kind, place) {
        case (.holder, _): return .constant(expected: constants.holder, mistake: .holderDiffers)
        case (.period, _): return .constant(expected: constants.period, mistake: .periodDiffers)
        case (.bsn, _): return .number
        case (.birthDate, .wide(let slot)):
            return .birthDate(slot: slot, approximateFlag: RowFlag.approximateBirth)
        case (.date, .wide(let slot)): return .date(slot: slot)
        case (.municipality, .wide(let slot)):
            return .municipality(slot: slot, known: context.knownMunicipalities)
        case (.postcode, .small(let slot)): return .postcode(slot: slot)
        case (.code, .small(let slot)):
            return .code(
                slot: slot,
                table: context.codeTables.table(of: column, source, in: period) {
                    codes(of: column, in: period, context)
                },
                aliasFlag: RowFlag.alias
            )
        case (.codeSet, .long(let slot)):
            return .codeSet(
                slot: slot,
                table: context.codeTables.set(of: column, source, in: period) {
                    codes(of: column, in: period, context)
                }
            )
        case (.identifier, .long(let slot)):
            return .mark(slot: slot, key: context.markKey, isName: true)
        case (.text, .long(let slot)):
            return .mark(slot: slot, key: context.markKey, isName: false)
        case (.count, .long(let slot)): return .quantity(slot: slot, decimals: 0)
        case (.year, .long(let slot)): return .quantity(slot: slot, decimals: 0, digits: 4)
        case (.decimal, .long(let slot)): return .quantity(slot: slot, decimals: 3)
        default: return .skipped
        }
    }

    private static func codes(
        of column: SourceDefinition.Column,
        in period: ReportingPeriod,
        _ context: IntakeContext
    ) -> [String] {
        column.codeList.flatMap { context.definitions.codeLists[$0] }.map {
            column.codes(of: $0, in: period)
        } ?? []
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

    /// Refuses a file for what is wrong with the form of a row.
    static func refuse(
        _ file: inout ReadFile,
        _ mistake: (row: Int, kind: RowMistake),
        limit: Int
    ) {
        let row = mistake.row + 2
        switch mistake.kind {
        case .fieldCount: file.refuse("INT-004", row: row)
        case .holderDiffers: file.refuse("INT-008", row: row, field: file.layout.holder)
        case .periodDiffers: file.refuse("INT-010", row: row, field: file.layout.period)
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
