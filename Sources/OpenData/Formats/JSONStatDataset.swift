import Definitions
import Domain
import Publication

/// A table as a JSON-stat 2.0 dataset: every cell of the cross of all codes, last dimension fastest.
///
/// A row that the table leaves out is zero in its counts and has no number in any other measure;
/// here it is written out. A cell that is not free has its reason under `status`.
struct JSONStatDataset {
    /// The most cells of one dataset.
    static let limit = 1_000_000

    private let table: OpenTable
    private let selection: OpenSelection
    private let release: OpenRelease

    /// Prepares a dataset.
    ///
    /// - Throws: ``ODataError`` when it would be too large.
    init(
        _ table: OpenTable,
        _ selection: OpenSelection,
        _ release: OpenRelease
    ) throws(ODataError) {
        guard JSONStatDataset.fits(table, selection) else {
            throw .tooManyCells(limit: JSONStatDataset.limit)
        }
        self.table = table
        self.selection = selection
        self.release = release
    }

    /// Whether so many cells are given at once.
    static func fits(_ table: OpenTable, _ selection: OpenSelection) -> Bool {
        selection.places.reduce(table.measures.count) { $0 * $1.count } <= limit
    }

    private static let metric = "Measure"

    /// The dataset as JSON.
    var body: [UInt8] {
        let (values, statuses) = cells
        var json = JSONText()
        json.object { json in
            json.pair("version", "2.0")
            json.pair("class", "dataset")
            json.pair("label", table.words.title)
            json.pair("source", table.words.source)
            json.pair("updated", "\(release.source.contents.release.day)T00:00:00Z")
            json.name("note")
            json.array { json in json.string(table.words.explanation) }
            json.name("id")
            json.array { json in
                for dimension in table.dimensions { json.string(dimension.key) }
                json.string(JSONStatDataset.metric)
            }
            json.name("size")
            json.array { json in
                for places in selection.places { json.literal(String(places.count)) }
                json.literal(String(table.measures.count))
            }
            json.name("role")
            roles(&json)
            json.name("dimension")
            dimensions(&json)
            json.name("value")
            json.raw(values)
            json.name("status")
            json.object { json in
                for (place, name) in statuses { json.pair(String(place), name) }
            }
            json.name("extension")
            json.object { json in
                json.pair("license", release.source.definitions.openData.licence)
                json.pair("identifier", table.id)
            }
        }
        return json.bytes
    }

    private func roles(_ json: inout JSONText) {
        json.object { json in
            for (role, kind) in [("time", OpenDimension.Kind.time), ("geo", .place)] {
                let keys = table.dimensions.filter { $0.kind == kind }.map(\.key)
                guard !keys.isEmpty else { continue }
                json.name(role)
                json.array { json in
                    for key in keys { json.string(key) }
                }
            }
            json.name("metric")
            json.array { json in json.string(JSONStatDataset.metric) }
        }
    }

    private func dimensions(_ json: inout JSONText) {
        json.object { json in
            for (dimension, places) in zip(table.dimensions, selection.places) {
                let codes = places.map { dimension.codes[$0] }
                json.name(dimension.key)
                category(&json, dimension.title, codes.map { ($0.key, $0.title) }) { _ in }
            }
            json.name(JSONStatDataset.metric)
            category(&json, JSONStatDataset.metric, table.measures.map { ($0.key, $0.title) }) {
                json in
                json.name("unit")
                json.object { json in
                    for measure in table.measures {
                        json.name(measure.key)
                        json.object { json in
                            json.pair("label", measure.unit)
                            json.name("decimals")
                            json.literal(String(measure.decimals))
                        }
                    }
                }
            }
        }
    }

    private func category(
        _ json: inout JSONText,
        _ label: String,
        _ codes: [(key: String, title: String)],
        _ more: (inout JSONText) -> Void
    ) {
        json.object { json in
            json.pair("label", label)
            json.name("category")
            json.object { json in
                json.name("index")
                json.array { json in
                    for code in codes { json.string(code.key) }
                }
                json.name("label")
                json.object { json in
                    for code in codes { json.pair(code.key, code.title) }
                }
                more(&json)
            }
        }
    }

    /// The values as a JSON array, and the status of each cell that is not free.
    private var cells: (values: [UInt8], statuses: [(place: Int, name: String)]) {
        let rows = table.rows
        let sizes = selection.places.map(\.count)
        var values: [UInt8] = [UInt8(ascii: "[")]
        var statuses: [(place: Int, name: String)] = []
        var places = [Int](repeating: 0, count: sizes.count)
        for number in 0..<sizes.reduce(1, *) {
            var rest = number
            for dimension in sizes.indices.reversed() {
                places[dimension] = selection.places[dimension][rest % sizes[dimension]]
                rest /= sizes[dimension]
            }
            let index = zip(places, rows.radices).reduce(UInt64(0)) {
                $0 * UInt64($1.1) + UInt64($1.0)
            }
            let row = rows.row(at: index)
            for (place, measure) in table.measures.enumerated() {
                let cell = row.map { rows.cell(row: $0, measure: place) } ?? absent(measure, places)
                if number > 0 || place > 0 { values.append(UInt8(ascii: ",")) }
                let text = cell.value.map { CellTable.text($0, decimals: measure.decimals) }
                values.append(contentsOf: (text ?? "null").utf8)
                if cell.attribute != "None" {
                    statuses.append((number * table.measures.count + place, cell.attribute))
                }
            }
        }
        values.append(UInt8(ascii: "]"))
        return (values, statuses)
    }

    /// What a cell of a row that is left out stands for.
    private func absent(_ measure: OpenMeasure, _ places: [Int]) -> Observation {
        let time = table.dimensions.firstIndex { $0.kind == .time }
        let vintage = time.flatMap { table.dimensions[$0].codes[places[$0]].vintage } ?? .final
        return measure.isCount
            ? Observation(value: 0, status: .free, vintage: vintage)
            : Observation(value: nil, status: .impossible, vintage: vintage)
    }
}
