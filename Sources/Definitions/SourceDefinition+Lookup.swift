public import Domain

extension SourceDefinition {
    /// The column with a protocol name.
    public func column(_ name: String) -> Column? {
        columns.first { $0.name == name }
    }

    /// The columns that the protocol knows in a half-year, in its order.
    public func columns(in period: ReportingPeriod) -> [Column] {
        columns.filter { $0.isKnown(in: period) }
    }

    /// What a number means in a half-year when it is no number of a person.
    public func meaning(of number: String, in period: ReportingPeriod) -> SpecialNumber.Meaning? {
        specialNumbers.first {
            $0.code == number && ($0.from.map { $0 <= period } ?? true)
                && ($0.until.map { period <= $0 } ?? true)
        }?.meaning
    }
}

extension SourceDefinition.Column {
    /// Whether the protocol knows the column in a half-year.
    public func isKnown(in period: ReportingPeriod) -> Bool {
        (from.map { $0 <= period } ?? true) && (until.map { period <= $0 } ?? true)
    }

    /// Whether a file of a half-year has to carry the column: as the last change up to then says.
    public func isObligatory(in period: ReportingPeriod) -> Bool {
        obligations.last { $0.from <= period }?.isObligatory ?? isObligatory
    }

    /// The codes this column takes in a half-year, in the order of the list.
    public func codes(of list: CodeList, in period: ReportingPeriod) -> [String] {
        list.codes(in: period).filter { codes?.contains($0) ?? true }
    }

    /// The codes this column takes in a calendar year, in the order of the list.
    public func codes(of list: CodeList, in year: Int) -> [String] {
        list.codes(in: year).filter { codes?.contains($0) ?? true }
    }
}
