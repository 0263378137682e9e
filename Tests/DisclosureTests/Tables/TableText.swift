import Disclosure

/// Tables and hierarchies written inline.
struct TableText {
    var hierarchy = """
        {"dimensions": {
          "region": {"total": "T", "hierarchies": [{"T": ["P1", "P2"], "P1": ["A", "B"], "P2": ["C", "D"]},
                                                   {"T": ["V1", "V2"], "V1": ["A", "C"], "V2": ["B", "D"]}]},
          "sex": {"total": "T"}}}
        """
    var tables: [String]

    init(_ tables: String...) {
        self.tables = tables
    }

    func read(
        for purpose: TableReader.Purpose = .protection
    ) throws(TableError) -> LinkedTables {
        try TableReader.read(
            tables.enumerated().map { ("\($0 + 1).csv", Array($1.utf8)) },
            structure: try TableStructure(json: Array(hierarchy.utf8)),
            for: purpose
        )
    }

    func error(for purpose: TableReader.Purpose = .protection) -> TableError? {
        do throws(TableError) {
            _ = try read(for: purpose)
            return nil
        } catch { return error }
    }

    /// Four municipalities in two provinces and two regions that do not nest.
    static let country = """
        region,value
        T,21
        P1,8
        P2,13
        V1,12
        V2,9
        A,3
        B,5
        C,9
        D,4
        """
}
