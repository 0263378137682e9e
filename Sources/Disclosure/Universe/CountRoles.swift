import Definitions
import Domain

/// What each count of a table is to the others, as its definition says.
///
/// The first count without a condition is the whole; further ones are parts of it that exclude each
/// other. A count limited to some reasons of ending is a sum of cells of the whole. On a balance,
/// what came in and what went out are two ways to divide the same measures.
struct CountRoles {
    /// The count of all units.
    var whole: Int?
    /// Counts of some of these units, which exclude each other.
    var parts: [Int] = []
    /// Counts that are sums over codes of a dimension, standing at its total.
    var sums: [(measure: Int, dimension: Int, codes: [String])] = []
    /// On a balance: what was there or came.
    var entries: [Int] = []
    /// On a balance: what went or stayed.
    var exits: [Int] = []
    /// Counts for the country as a whole alone.
    var countryOnly: [Int] = []
    /// The name of what each counts, the same in every table that counts the same.
    var quantities: [Int: String] = [:]

    init(_ table: CellTable, _ definition: IndicatorDefinition) throws(UniverseError) {
        let isLimited =
            definition.referrers != nil || definition.population == .withBoth
            || definition.measures.contains { $0.forms != nil || $0.answers != nil }
        if isLimited { throw .limited(indicator: table.indicator) }
        let prefix = "\(definition.source) \(definition.unit.rawValue) "
        for measure in definition.measures {
            guard let index = table.measures.firstIndex(where: { $0.name == measure.name }),
                table.measures[index].isCount
            else { continue }
            switch measure.kind {
            case .inflow, .outflow: quantities[index] = prefix + measure.kind.rawValue
            case .opening: quantities[index] = "\(prefix)stock \(table.period.start)"
            case .closing: quantities[index] = "\(prefix)stock \(table.period.end.advanced(by: 1))"
            default: quantities[index] = prefix + definition.population.rawValue
            }
            if definition.population == .balance {
                if [.opening, .inflow, .transferIn].contains(measure.kind) {
                    entries.append(index)
                } else {
                    exits.append(index)
                }
                if [.transferIn, .transferOut].contains(measure.kind) { quantities[index] = nil }
            } else if measure.kind == .recordsWithoutPerson {
                countryOnly.append(index)
            } else if let reasons = measure.reasons,
                let dimension = table.dimensions.firstIndex(where: { $0.name == "reason" })
            {
                sums.append((index, dimension, reasons))
            } else if whole == nil {
                whole = index
            } else {
                parts.append(index)
                quantities[index] = nil
            }
        }
        guard whole != nil || !entries.isEmpty && !exits.isEmpty else {
            throw .noCounts(indicator: table.indicator)
        }
    }
}

extension IndicatorDefinition.Population {
    /// The population that holds every unit of this one in the same cells, if any.
    var container: IndicatorDefinition.Population? {
        switch self {
        case .started, .ended: .running
        default: nil
        }
    }
}
