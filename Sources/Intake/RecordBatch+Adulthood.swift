import Columns

extension RecordBatch {
    /// The rows with a measure of some types that ran past the eighteenth birthday: to its end, to
    /// its handing over, or to the last day of the half-year, whichever comes first.
    func runningPastAdulthood(types: ClosedRange<UInt8>) -> [RowFinding] {
        let type = small(.measure)
        let birth = wide(.birth)
        let end = wide(.end)
        let handedOver = wide(.handedOver)
        let last = setting.periodEnd
        return flag(.birth) { row in
            let until = end[row].isDay ? end[row] : handedOver[row].isDay ? handedOver[row] : last
            return types.contains(type[row]) && min(until, last) > setting.adult[birth[row]]
        }
    }
}
