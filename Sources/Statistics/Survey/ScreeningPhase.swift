/// The second phase of a two-phase sample: what was kept of the elements that were screened.
///
/// In each stratum of the second stage *n* of *N* elements were screened and put into classes; of the
/// *n_h* in a class *m_h* were kept. Double sampling for stratification, Neyman 1938; Cochran,
/// *Sampling Techniques* (1977), ch. 12; Särndal et al. 1992, ch. 9.
public struct ScreeningPhase: Sendable, Equatable {
    /// For each row its class, numbered over the whole table.
    public let classOfRow: [Int]

    /// For each class its stratum of the second stage.
    public let stratumOfClass: [Int]

    /// For each class how many were screened into it.
    public let screenedOfClass: [Double]

    /// For each class how many rows were kept of it.
    public let keptOfClass: [Double]

    /// For each stratum of the second stage how many elements it has; infinite when not known.
    public let populationOfStratum: [Double]

    /// Numbers the classes of rows within their stratum of the second stage.
    ///
    /// - Throws: ``StatisticsError/outOfRange(row:column:expected:)`` when a number of screened
    ///   elements is less than the rows of its class, or differs within it.
    init(
        classes: [String],
        screened: [Double],
        stage: SurveyDesign.Stage
    ) throws(StatisticsError) {
        var numbers: [StageKey: Int] = [:]
        var classOfRow: [Int] = []
        var stratumOfClass: [Int] = []
        var screenedOfClass: [Double] = []
        var keptOfClass: [Double] = []
        for (row, name) in classes.enumerated() {
            let stratum = stage.stratumOfUnit[stage.unitOfRow[row]]
            let key = StageKey(String(stratum), name)
            let number = numbers[key] ?? stratumOfClass.count
            if number == stratumOfClass.count {
                numbers[key] = number
                stratumOfClass.append(stratum)
                screenedOfClass.append(screened[row])
                keptOfClass.append(0)
            }
            keptOfClass[number] += 1
            classOfRow.append(number)
        }
        for (row, number) in classOfRow.enumerated() {
            guard screened[row] == screenedOfClass[number], screened[row] >= keptOfClass[number]
            else {
                throw .outOfRange(
                    row: row + 2,
                    column: "screened",
                    expected: "one number in each class, at least that of its rows"
                )
            }
        }
        var populations = Array(repeating: Double.infinity, count: stage.sampledOfStratum.count)
        for (unit, stratum) in stage.stratumOfUnit.enumerated() {
            populations[stratum] = stage.populationOfUnit[unit]
        }
        self.classOfRow = classOfRow
        self.stratumOfClass = stratumOfClass
        self.screenedOfClass = screenedOfClass
        self.keptOfClass = keptOfClass
        populationOfStratum = populations
    }
}

extension SurveyDesign {
    /// The design with its rows as what was kept of a screened sample.
    ///
    /// Weights have to hold the second phase already. The population of the second stage is the
    /// number of elements of its stratum, never a fraction.
    /// - `classes`: for each row the class it was screened into.
    /// - `screened`: for each row how many were screened into that class in its stratum of the
    ///   second stage.
    /// - Throws: ``StatisticsError`` when the design has no second stage, or the numbers do not fit.
    public func screened(
        into classes: [String],
        screened: [Double]
    ) throws(StatisticsError) -> SurveyDesign {
        guard stages.count == 2 else {
            throw .unsuited(expected: "a second stage, in which elements were screened")
        }
        guard classes.count == count, screened.count == count else {
            throw .unsuited(expected: "columns of one length")
        }
        var design = self
        design.screening = try ScreeningPhase(
            classes: classes,
            screened: screened,
            stage: stages[1]
        )
        return design
    }

    /// What the second stage and the second phase within it add to the covariance.
    ///
    /// With *z* so scaled that the total of a stratum is Σ (*n_h*/*n*) *z̄_h*, it is
    /// (1 − *n*/*N*) *s*² ÷ *n* + Σ (*n_h*/*n*)² (1/*m_h* − 1/*n_h*) *s_h*², where *s*², the spread
    /// of all that were screened, is estimated without bias from what was kept; so it can be
    /// negative, and is given as it is. `nil` when a class of several was kept as one and lonely
    /// units forbid it.
    func screenedCovariance(of columns: [[Double]], _ factorOfParent: [Double]) -> Matrix? {
        guard let phase = screening else { return nil }
        let width = columns.count
        var rowsOfClass = Array(repeating: [Int](), count: phase.stratumOfClass.count)
        for (row, number) in phase.classOfRow.enumerated() { rowsOfClass[number].append(row) }
        var classesOfStratum = Array(repeating: [Int](), count: phase.populationOfStratum.count)
        for (number, stratum) in phase.stratumOfClass.enumerated() {
            classesOfStratum[stratum].append(number)
        }
        var sum = Matrix(rows: width, columns: width)
        for (stratum, classes) in classesOfStratum.enumerated() {
            guard let row = classes.first.flatMap({ rowsOfClass[$0].first }) else { continue }
            let unit = stages[1].unitOfRow[row]
            let factor = factorOfParent[stages[1].parentOfUnit[unit]]
            guard factor != 0 else { continue }
            let spread = ScreenedStratum(phase, stratum, classes, rowsOfClass, columns)
            guard let added = spread.covariance(lonelyUnits) else { return nil }
            for index in sum.storage.indices { sum.storage[index] += added.storage[index] * factor }
        }
        return sum
    }
}

/// The kept rows of one stratum of the second stage, by class.
private struct ScreenedStratum {
    let screened: Double
    let population: Double
    /// For each class its share of the screened, its numbers, and *z* by column and row.
    let classes: [(share: Double, screened: Double, kept: Double, values: [[Double]])]
    let width: Int

    init(
        _ phase: ScreeningPhase,
        _ stratum: Int,
        _ numbers: [Int],
        _ rowsOfClass: [[Int]],
        _ columns: [[Double]]
    ) {
        let screened = numbers.reduce(0) { $0 + phase.screenedOfClass[$1] }
        self.screened = screened
        population = phase.populationOfStratum[stratum]
        width = columns.count
        classes = numbers.map { number in
            let kept = phase.keptOfClass[number]
            let share = phase.screenedOfClass[number] / screened
            return (
                share, phase.screenedOfClass[number], kept,
                columns.map { column in
                    rowsOfClass[number].map { column[$0] * kept / share }
                }
            )
        }
    }

    func covariance(_ lonely: LonelyUnits) -> Matrix? {
        let fraction = population.isFinite ? min(screened / population, 1) : 0
        var sum = Matrix(rows: width, columns: width)
        if screened < 2 {
            if fraction > 1 - 1e-7 || lonely != .fail { return sum }
            return nil
        }
        let means = classes.map { part in
            part.values.map { $0.reduce(0, +) / Double($0.count) }
        }
        let overall = (0..<width).map { column in
            classes.indices.reduce(0) { $0 + classes[$1].share * means[$1][column] }
        }
        for left in 0..<width {
            for right in left..<width {
                // The second phase, and what its chance adds to products of means.
                var second = 0.0
                var within = 0.0
                var between = 0.0
                for (place, part) in classes.enumerated() {
                    let isLonely = part.kept == 1 && part.screened > 1
                    if isLonely, lonely == .fail { return nil }
                    var product = 0.0
                    let isRoundAll = isLonely && lonely == .adjust
                    let centre = isRoundAll ? overall : means[place]
                    for row in part.values[left].indices {
                        product +=
                            (part.values[left][row] - centre[left])
                            * (part.values[right][row] - centre[right])
                    }
                    let covariance = part.kept > 1 ? product / (part.kept - 1) : product
                    let chance = (1 / part.kept - 1 / part.screened) * covariance
                    second += part.share * part.share * chance
                    within += (part.screened - 1) * covariance
                    between +=
                        part.screened * (means[place][left] * means[place][right] - chance)
                }
                let mean = overall[left] * overall[right] - second
                let first = (within + between - screened * mean) / (screened - 1)
                sum[left, right] = (1 - fraction) * first / screened + second
                sum[right, left] = sum[left, right]
            }
        }
        return sum
    }
}
