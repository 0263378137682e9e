import Domain

extension OpenTable {
    /// The data of version 3: numbers as numbers, or every value as a text.
    ///
    /// Beside each topic stands its status, so that a `null` is never without a reason.
    func dataSet(typed: Bool) -> EntitySet {
        let rows = rows
        var columns: [EntitySet.Column] = [
            EntitySet.Column(
                name: "ID",
                isNumeric: true,
                content: .values { .integer(Int64($0)) }
            )
        ]
        columns += dimensionColumns { $0 }
        for (place, measure) in measures.enumerated() {
            let decimals = measure.decimals
            let content: @Sendable (Int) -> ODataValue
            if typed {
                content = { row in
                    rows.cell(row: row, measure: place).value.map {
                        decimals == 0 ? .integer($0) : .decimal($0, decimals)
                    } ?? .null
                }
            } else {
                content = { row in
                    .text(rows.cell(row: row, measure: place).padded(decimals: decimals))
                }
            }
            columns.append(
                EntitySet.Column(name: measure.key, isNumeric: typed, content: .values(content))
            )
            columns.append(
                EntitySet.Column(
                    name: measure.statusKey,
                    isNumeric: false,
                    content: .coded(Observation.attributes) { row in
                        rows.cell(row: row, measure: place).attributePlace
                    }
                )
            )
        }
        return EntitySet(
            name: typed ? "TypedDataSet" : "UntypedDataSet",
            columns: columns,
            count: rows.count
        )
    }

    /// The data of version 4: one row to a cell.
    func observations() -> EntitySet {
        let rows = rows
        let width = measures.count
        let decimals = measures.map(\.decimals)
        var columns: [EntitySet.Column] = [
            EntitySet.Column(
                name: "Id",
                isNumeric: true,
                content: .values { .integer(Int64($0)) }
            ),
            EntitySet.Column(
                name: "Measure",
                isNumeric: false,
                content: .coded(measures.map(\.key)) { $0 % width }
            ),
            EntitySet.Column(
                name: "ValueAttribute",
                isNumeric: false,
                content: .coded(Observation.attributes) { number in
                    rows.cell(row: number / width, measure: number % width).attributePlace
                }
            ),
            EntitySet.Column(
                name: "Value",
                isNumeric: true,
                content: .values { number in
                    let place = number % width
                    return rows.cell(row: number / width, measure: place).value.map {
                        .decimal($0, max(decimals[place], 1))
                            .scaled(from: decimals[place])
                    } ?? .null
                }
            ),
            EntitySet.Column(
                name: "StringValue",
                isNumeric: false,
                content: .values { _ in .null }
            ),
        ]
        columns += dimensionColumns { $0 / width }
        return EntitySet(name: "Observations", columns: columns, count: rows.count * width)
    }

    private func dimensionColumns(
        _ row: @escaping @Sendable (Int) -> Int
    ) -> [EntitySet.Column] {
        let rows = rows
        return dimensions.enumerated().map { place, dimension in
            EntitySet.Column(
                name: dimension.key,
                isNumeric: false,
                content: .coded(dimension.codes.map(\.key)) { number in
                    rows.place(row: row(number), dimension: place)
                }
            )
        }
    }
}

extension Observation {
    /// The place of ``attribute`` among all of them.
    var attributePlace: Int {
        guard status == .free else { return Int(status.rawValue) }
        switch vintage {
        case .final: return 0
        case .provisional: return ObservationStatus.allCases.count
        case .revisedProvisional: return ObservationStatus.allCases.count + 1
        }
    }

    /// The number or its sign as a text of eleven characters, to the right.
    func padded(decimals: Int) -> String {
        let text = value.map { CellTable.text($0, decimals: decimals) } ?? status.sign
        return String(repeating: " ", count: max(0, 11 - text.utf8.count)) + text
    }
}

extension ODataValue {
    /// A number with one digit more behind the point than it came with, where it came with none.
    ///
    /// Version 4 gives every value of a column as a number of the same kind, `12.0` beside `3.5`.
    fileprivate func scaled(from decimals: Int) -> ODataValue {
        guard decimals == 0, case .decimal(let number, let wanted) = self else { return self }
        return .decimal(number * 10, wanted)
    }
}
