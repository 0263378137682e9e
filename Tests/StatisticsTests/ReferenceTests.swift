import Foundation
import Statistics
import Testing

/// Numbers that other programs found, in `Fixtures/*.json`; the script that asked them stands beside
/// each file and names the versions.
struct ReferenceTests {
    struct File: Decodable {
        let source: String
        let cases: [Case]
    }

    struct Case: Decodable {
        let name: String
        let method: String
        let csv: String
        let tables: [String: String]?
        let options: JSONValue?
        let tolerance: Double
        /// Numbers by path, as `rows.0.lower`; null where undefined.
        let expected: [String: Double?]
    }

    static let files: [String] = {
        let folder = Bundle.module.resourceURL?.appending(path: "Fixtures")
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
        return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }()

    @Test func `there are fixtures`() {
        #expect(!Self.files.isEmpty)
    }

    @Test(arguments: files)
    func `agrees with the reference`(_ name: String) throws {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        let file = try JSONDecoder().decode(
            File.self,
            from: Data(contentsOf: folder.appending(path: name))
        )
        try #require(!file.cases.isEmpty)
        for one in file.cases {
            let method = try StatMethod.named(one.method)
            let result = try method.run(
                DataTable(csv: one.csv),
                options: one.options ?? .object([:]),
                tables: (one.tables ?? [:]).mapValues { try DataTable(csv: $0) }
            )
            try #require(!one.expected.isEmpty)
            for (path, expected) in one.expected.sorted(by: { $0.key < $1.key }) {
                let steps = path.split(separator: ".").map(String.init)
                let found = Self.value(.object(result.results), steps)
                let place: Comment = "\(file.source): \(one.name), \(path)"
                guard let found else {
                    Issue.record("\(place): no such path")
                    continue
                }
                guard let expected else {
                    #expect(!(found.asNumber ?? .nan).isFinite, place)
                    continue
                }
                let number = found.asNumber ?? .nan
                // Relative, and absolute where the reference is nothing but rounding.
                let distance = abs(number - expected)
                let allowed = one.tolerance * max(abs(expected), 1e-3)
                #expect(distance <= allowed, "\(place): \(number), reference \(expected)")
            }
        }
    }

    private static func value(_ value: JSONValue, _ steps: [String]) -> JSONValue? {
        var value = value
        for step in steps {
            guard let next = value[step] ?? Int(step).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return value
    }
}
