import Columns
import Definitions
import Domain
import Intake

/// A delivery that went through the same steps as `ijkpunt check` takes.
struct CheckedDelivery {
    /// The file as read row by row.
    let read: ReadFile
    /// The file after the rules that look at several rows; `nil` when it was refused before.
    let group: DeliveryGroup?

    init(
        _ bytes: [UInt8],
        source: String = "jeugdhulp",
        cores: Int = 1,
        limit: (percent: Int, records: Int) = (5, 5),
        isPermitted: Bool = true
    ) throws {
        let file = try TemporaryFile(bytes)
        try self.init(
            path: file.path,
            source: source,
            cores: cores,
            limit: limit,
            isPermitted: isPermitted
        )
        withExtendedLifetime(file) {}
    }

    init(
        path: String,
        source: String = "jeugdhulp",
        cores: Int = 1,
        limit: (percent: Int, records: Int) = (5, 5),
        isPermitted: Bool = true
    ) throws {
        let context = try Shipped.context(cores: cores, isPermitted: isPermitted)
        guard let definition = try Shipped.definitions().sources[source] else {
            throw NoSuchSource(name: source)
        }
        read = try FileReading(context: context).read(
            path,
            source: definition,
            workers: context.workers
        )
        guard !read.isRefused else {
            group = nil
            return
        }
        var checked = try DeliveryGroup(
            files: [read],
            kernel: nil,
            context: context,
            leftOutLimit: limit
        )
        checked.sortFindings()
        group = checked
    }

    /// Every finding, in the order in which the holder sees them.
    var allFindings: [Finding] { group?.files[0].allFindings ?? read.allFindings }

    /// The findings without those of rules that look at the same rows for another reason.
    ///
    /// What is plausible, overlaps, or belongs to another column; their own tests see all.
    var findings: [Finding] {
        allFindings.filter { !CheckedDelivery.beside.contains($0.code) }
    }

    private static let beside: Set<String> = [
        "INT-162", "INT-163", "INT-165", "INT-166", "INT-168", "INT-173", "INT-207", "INT-208",
        "INT-209", "INT-210", "INT-703", "INT-706", "INT-707", "INT-708", "INT-709", "INT-710",
    ]

    /// Whether the file is refused.
    var isRefused: Bool { group?.files[0].isRefused ?? true }

    /// The rows that are left out, numbered as a spreadsheet does.
    var leftOut: [Int] {
        guard let group else { return [] }
        return (0..<group.rows.count).filter(group.isLeftOut).map { $0 + 2 }
    }

    /// The values that would be stored of a column, by person and then those of nobody.
    func stored(_ column: String) -> [UInt32] {
        guard let kept = group?.kept() else { return [] }
        return kept.columns.first { $0.name == column }?.values(0..<kept.rowCount) ?? []
    }

    /// What the numbers of the rows are: a ``NumberState``, or `nil` for a person's number.
    var numberStates: [UInt32?] {
        (group?.rows.numbers ?? []).map { NumberState.isNumber($0) ? nil : $0 }
    }
}

/// A test names a source that the definitions do not have.
struct NoSuchSource: Error {
    let name: String
}
