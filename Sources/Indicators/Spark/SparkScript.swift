public import Definitions

/// Definitions compiled to a script for `spark-sql -f`: views over an export, and one result.
///
/// Everything stands per country, so that one job makes the tables of many stores. The result is a
/// folder of texts: country, indicator and a line of the table contract, with tabs between.
public struct SparkScript {
    let definitions: [IndicatorDefinition]
    let set: DefinitionSet

    /// The tables of an export.
    static let tables = ["record", "placement", "population", "asked", "wanted"]

    /// Prepares a script.
    ///
    /// - Parameters:
    ///   - definitions: what to compute.
    ///   - set: the definitions as a whole, for classes and groups.
    /// - Throws: ``SparkRefusal`` for the first that cannot be compiled.
    public init(
        _ definitions: [IndicatorDefinition],
        in set: DefinitionSet
    ) throws(SparkRefusal) {
        for definition in definitions { try SparkDialect.check(definition) }
        self.definitions = definitions.sorted { $0.id < $1.id }
        self.set = set
    }

    /// The script, over an export in a folder, with its result in another.
    public func text(export folder: String, result: String) -> String {
        let tables = definitions.map { definition in
            let name = SparkScript.view(of: definition)
            return query(definition, named: name)
        }
        let all = definitions.map { "SELECT * FROM \(SparkScript.view(of: $0))" }
        return
            (sources(folder) + trajectoryViews + measureViews + tables + [
                """
                INSERT OVERWRITE DIRECTORY '\(SparkScript.quoted(result))' USING text
                SELECT concat_ws('\\t', w.country, w.indicator, concat_ws(',', w.name, l.line)) AS value
                FROM (
                \(all.joined(separator: "\nUNION ALL\n"))
                ) l JOIN wanted w USING (country, indicator, name)
                """
            ]).map { $0 + ";\n" }.joined(separator: "\n")
    }

    private static func view(of definition: IndicatorDefinition) -> String {
        "lines_"
            + definition.id.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }
            .joined()
    }

    static func quoted(_ text: String) -> String {
        text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }

    static func list(_ codes: [String]) -> String {
        "(" + codes.map { "'\(quoted($0))'" }.joined(separator: ", ") + ")"
    }

    private func sources(_ folder: String) -> [String] {
        func table(_ name: String, _ columns: String) -> String {
            """
            CREATE TEMPORARY VIEW \(name) (\(columns))
            USING csv OPTIONS (path '\(SparkScript.quoted(folder))/\(name)', sep '\\t', quote '')
            """
        }
        return [
            table(
                "record",
                """
                country INT, id INT, source STRING, period INT, period_end INT, holder INT,
                has_next BOOLEAN, person BIGINT, form STRING, referrer STRING, crisis STRING,
                reason STRING, sex STRING, start INT, finish INT, begun INT, ended INT,
                handed_over INT, taken_over INT, birth INT, municipality INT, place INT,
                satisfaction INT, without_help STRING, informant STRING
                """
            ),
            table("placement", "country INT, place INT, geography STRING, region STRING"),
            table("population", "country INT, year INT, place INT, n BIGINT"),
            table(
                "asked",
                "country INT, name STRING, first_half INT, last_half INT, first INT, last INT, "
                    + "year INT"
            ),
            table("wanted", "country INT, indicator STRING, name STRING"),
        ]
    }

    /// The view of an indicator.
    private func query(_ definition: IndicatorDefinition, named name: String) -> String {
        let body: String
        switch definition.population {
        case .running, .started, .ended:
            body =
                definition.measures.contains { $0.kind == .youths }
                ? youths(definition) : trajectories(definition)
        case .balance, .measuresStarted, .measuresEnded: body = measures(definition)
        case .withMeasure: body = rate(definition)
        case .withBoth: body = both(definition)
        default: preconditionFailure("refused before")
        }
        return "CREATE TEMPORARY VIEW \(name) AS\n\(body)"
    }
}
