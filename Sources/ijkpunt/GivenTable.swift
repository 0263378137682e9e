import ArgumentParser
import Columns
import Definitions
import Foundation
import Intake

/// A table that the user gives as `--table NAME=FILE`.
enum GivenTable {
    /// Refuses tables of other names than those a command knows.
    static func check(_ given: [String], known: [String]) throws {
        for text in given where !known.contains(where: { text.hasPrefix($0 + "=") }) {
            let expected = known.map { $0 + "=FILE" }.joined(separator: ", ")
            throw ValidationError("--table \(text): expected \(expected).")
        }
    }

    /// The path and text of a table, when it was given.
    static func read(_ name: String, in given: [String]) throws -> (path: String, text: String)? {
        guard let last = given.last(where: { $0.hasPrefix(name + "=") }) else { return nil }
        let path = String(last.dropFirst(name.count + 1))
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        return (path, String(decoding: data, as: UTF8.self))
    }

    /// The table of postcodes, when it was given.
    static func postcodes(
        _ given: [String],
        _ definitions: DefinitionSet
    ) throws -> PostcodeTable? {
        try read("postcodes", in: given).map {
            try PostcodeTable.read(csv: $0.text, path: $0.path, definitions: definitions)
        }
    }
}
