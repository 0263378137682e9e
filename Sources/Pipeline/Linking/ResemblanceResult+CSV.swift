import Foundation
public import Linkage

extension ResemblanceResult {
    /// The pairs as CSV: the rows of both lists as they stand in their files (the header is row 1),
    /// the chance, the match weight, and for each column its level and what that adds.
    ///
    /// Rows and levels only: no value of a person.
    public var csv: String {
        var text = "left_row,right_row,probability,weight"
        for field in model.fields { text += ",\(field.name)_level,\(field.name)_weight" }
        text += "\n"
        for pair in pairs {
            text += "\(pair.left + 2),\(pair.right + 2),"
            text += String(format: "%.6f,%.3f", pair.probability, pair.weight)
            for part in explanation(of: pair) {
                text += ",\(part.level)," + String(format: "%.3f", part.weight)
            }
            text += "\n"
        }
        return text
    }
}
