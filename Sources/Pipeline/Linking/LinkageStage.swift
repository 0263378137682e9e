public import Columns
import Domain
public import Foundation
import Intake
public import Linkage

/// Links two lists of persons without a number by how much they are alike, or finds who stands in
/// one list twice.
///
/// It asks no gate: whoever calls it does, for all but fictive lists and a holder's own.
public struct LinkageStage: Sendable {
    private let plan: LinkagePlan
    private let workers: Workers

    /// Creates the stage.
    public init(plan: LinkagePlan, workers: Workers) {
        self.plan = plan
        self.workers = workers
    }

    /// Reads a plan.
    ///
    /// - Throws: ``LinkageError``.
    public static func plan(_ data: Data, path: String) throws -> LinkagePlan {
        do {
            let plan = try JSONDecoder().decode(LinkagePlan.self, from: data)
            guard !plan.fields.isEmpty, !plan.blocks.isEmpty,
                plan.blocks.allSatisfy({ !$0.isEmpty })
            else { throw LinkageError.emptyPlan(path: path) }
            return plan
        } catch let error as DecodingError {
            throw LinkageError.malformedPlan(path: path, place: place(of: error))
        }
    }

    private static func place(of error: DecodingError) -> String {
        let context: DecodingError.Context? =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .keyNotFound(_, let context), .dataCorrupted(let context):
                context
            @unknown default: nil
            }
        var path = (context?.codingPath ?? []).map {
            $0.intValue.map { "[\($0)]" } ?? $0.stringValue
        }
        if case .keyNotFound(let key, _) = error { path.append(key.stringValue) }
        return path.isEmpty ? "{}" : path.joined(separator: ".")
    }

    /// Links the records of two lists.
    ///
    /// - Parameters:
    ///   - left: the first list.
    ///   - right: the second list; `nil` to look for who stands in the first one twice.
    ///   - threshold: the chance from which a pair is taken for the same person.
    ///   - oneToOne: whether a record goes with one of the other list at the most.
    /// - Returns: the pairs, with record numbers from 0.
    /// - Throws: `ListColumns.Mistake`, ``LinkageError`` or `ResemblanceError`.
    public func run(
        left: String,
        right: String?,
        threshold: Double,
        oneToOne: Bool
    ) throws -> ResemblanceResult {
        let paths = [left] + (right.map { [$0] } ?? [])
        let lists = try ListColumns(paths, names: plan.columns)
        let last = paths.count - 1
        let linkage = try ResemblanceLinkage(
            fields: try plan.fields.map { field in
                ResemblanceLinkage.Field(
                    name: field.column,
                    left: try column(field, lists, 0, paths),
                    right: try column(field, lists, last, paths)
                )
            },
            blocks: plan.blocks.map { columns in
                ResemblanceLinkage.Block(
                    fields: columns,
                    left: keys(columns, lists, 0),
                    right: keys(columns, lists, last)
                )
            },
            isWithinOneList: right == nil,
            workers: workers
        )
        return try linkage.run(threshold: threshold, oneToOne: oneToOne)
    }

    /// A column of a list in the form in which it is compared.
    private func column(
        _ field: LinkagePlan.Field,
        _ lists: ListColumns,
        _ list: Int,
        _ paths: [String]
    ) throws -> ResemblanceColumn {
        guard let column = lists.columns[field.column] else {
            preconditionFailure("every column of the plan is read")
        }
        let places = column.places[list]
        switch field.kind {
        case .code: return .codes(places)
        case .name: return .names(values: column.values, places: places)
        case .day:
            let days = column.values.map { LinkageStage.day($0) }
            return .days(
                try places.enumerated().map { record, place in
                    guard place > 0 else { return .min }
                    guard let day = days[Int(place) - 1] else {
                        // The header is row 1.
                        throw LinkageError.notADay(
                            path: paths[list],
                            column: field.column,
                            row: record + 2
                        )
                    }
                    return day
                }
            )
        }
    }

    private static func day(_ bytes: [UInt8]) -> Int32? {
        let digits = bytes.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)?
            .number
    }

    /// For each record the key of a block; 0 where one of its columns is empty.
    ///
    /// Two combinations that happen to have the same key are compared needlessly, no more.
    private func keys(_ names: [String], _ lists: ListColumns, _ list: Int) -> [UInt64] {
        (0..<lists.counts[list]).map { record in
            var key: UInt64 = 0xCBF2_9CE4_8422_2325
            for name in names {
                guard let place = lists.columns[name]?.places[list][record], place > 0 else {
                    return 0
                }
                key = (key ^ UInt64(place)) &* 0x0000_0100_0000_01B3
                key ^= key >> 29
            }
            return key | 1
        }
    }
}
