import Disclosure
import Domain
public import Foundation
import Keys
public import Publication
public import Store

/// *Uitgavebundel*: tables, definitions, evidence, vintages and hashes of a release in one archive.
///
/// A tar archive with `manifest.json`, its Ed25519 signature (RFC 8032) by the key of the store,
/// `tables/`, `definitions/`, `evidence/` and `ledger.csv`. The same release gives the same bytes.
public struct ReleaseBundle {
    private let store: DeliveryStore
    private let contents: PublishedContents
    private let definitions: URL
    private let version: String

    /// Creates the making of a bundle.
    ///
    /// - Parameters:
    ///   - store: the store the figures come from, whose key signs.
    ///   - contents: what was published.
    ///   - definitions: the folder of the definitions by which it was counted.
    ///   - version: the version of this program.
    public init(
        store: DeliveryStore,
        contents: PublishedContents,
        definitions: URL,
        version: String
    ) {
        self.store = store
        self.contents = contents
        self.definitions = definitions
        self.version = version
    }

    /// Makes the archive.
    ///
    /// - Returns: the archive, and the key by which anybody can hold it against its signature.
    /// - Throws: ``BundleError``; a `StoreError`; a `PublicationError`.
    public func make() throws -> (archive: [UInt8], publicKey: [UInt8]) {
        let tables = contents.tables.values.joined()
            .sorted { ($0.indicator, $0.period) < ($1.indicator, $1.period) }
        var files: [(name: String, bytes: [UInt8])] = []
        var items: [Dossier.Item] = []
        var traces: [String: [TraceEntry]] = [:]
        for table in tables {
            let cells = try contents.cells(of: table)
            let name = "\(table.indicator)-\(table.period)"
            let digest = TableDigest.text(
                indicator: table.indicator,
                period: table.period,
                unit: table.unit,
                profile: table.profile,
                layout: table.layout,
                cells: cells.lazy.map { (key: $0.key, value: $0.value) }
            )
            items.append(
                Dossier.Item(
                    name: "\(table.indicator) \(table.period)",
                    sha256: digest,
                    cells: cells.count
                )
            )
            files.append(("tables/\(name).csv", BundleTable(table, cells).csv))
            traces[name] = try contents.trace(of: table)
        }
        let submission = try submission(of: items)
        for (name, text) in submission?.dossier.evidence ?? [:] {
            files.append(("evidence/\(name)", Array(text.utf8)))
        }
        files.append(("evidence/trace.json", try json(traces)))
        files.append(("ledger.csv", try ledger()))
        files += try definitionFiles()
        files.sort { $0.name < $1.name }
        let key = try store.auditPublicKey()
        let manifest = try BundleManifest(
            form: BundleManifest.form,
            day: contents.release.day.description,
            origin: contents.release.origin.rawValue,
            version: version,
            submission: submission?.id,
            publicKey: Hexadecimal.text(key),
            files: files.map {
                BundleManifest.File(
                    path: $0.name,
                    bytes: $0.bytes.count,
                    sha256: SHA.text($0.bytes)
                )
            }
        ).json()
        let signature = Array((Hexadecimal.text(try store.sign(manifest)) + "\n").utf8)
        let head = [
            (name: BundleManifest.path, bytes: manifest),
            (name: BundleManifest.signaturePath, bytes: signature),
        ]
        guard let archive = TarArchive.write(head + files) else { throw BundleError.longName }
        return (archive, key)
    }

    /// The submission by which real figures were released; each table must be the one released.
    private func submission(of items: [Dossier.Item]) throws -> Submission? {
        guard contents.release.origin == .delivered else { return nil }
        let all = Submission.all(in: try store.releaseEntries())
        let found = all.last { $0.state == .released && $0.dossier.items == items }
        guard let found else { throw BundleError.notReleased }
        return found
    }

    private func ledger() throws -> [UInt8] {
        var lines = ["number,meaning,period,vintage,definition,inputs,cells"]
        for line in try store.releaseLedger() {
            lines.append(
                [
                    "\(line.number)", line.meaning, line.period, "\(line.vintage)",
                    line.definition, line.inputs, SHA.text(line.cells),
                ].joined(separator: ",")
            )
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func definitionFiles() throws -> [(name: String, bytes: [UInt8])] {
        try DefinitionDigests.paths(in: definitions).map { path in
            let place = definitions.appending(path: path)
            guard let data = FileManager.default.contents(atPath: place.path) else {
                throw BundleError.unreadable(path: place.path)
            }
            return ("definitions/\(path)", Array(data))
        }
    }

    private func json(_ traces: [String: [TraceEntry]]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(traces)) + [0x0A]
    }
}

/// Why a bundle cannot be made.
public enum BundleError: Error, Equatable, Sendable {
    /// Real figures that no submission released, or other ones than were released.
    case notReleased
    /// A file of the definitions that cannot be read.
    case unreadable(path: String)
    /// A name that does not fit in an archive.
    case longName
}
