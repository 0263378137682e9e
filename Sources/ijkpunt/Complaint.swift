import CaseFileStudies
import CohortStudies
import Columns
import Comparison
import Definitions
import Disclosure
import Domain
import Indicators
import Intake
import Keys
import Linkage
import Pipeline
import Privacy
import Publication
import ReleaseRoom
import SecureServer
import Statistics
import Store
import SyntheticData

/// What went wrong, as a text of the catalogue with its values and an exit code of its family.
struct Complaint {
    /// The key of the text, under `cli.error.`.
    let key: String
    /// What fills the text.
    let values: [String: String]
    /// The exit code.
    let code: Int32

    init(_ key: String, _ code: Int32, _ values: [String: String] = [:]) {
        self.key = key
        self.code = code
        self.values = values
    }

    /// The message: what, where, and what to do.
    func message(_ language: Language, _ texts: TextCatalogue? = nil) -> String {
        guard let texts else {
            let facts = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return (["ijkpunt: \(key)"] + facts).joined(separator: " ")
        }
        return texts("cli.error.\(key)", language, values)
    }

    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = Complaint.store(error)
        case let error as KeyError: self = Complaint.key(error)
        case let error as DeliveryError: self = Complaint.delivery(error)
        case let error as DefinitionError:
            self.init(
                "definition",
                6,
                [
                    "place": error.line.map { "\(error.file):\($0)" } ?? error.file,
                    "found": error.found, "expected": error.expected,
                ]
            )
        case let error as PostcodeTableError:
            self.init("postcodes", 3, ["path": error.path, "line": "\(error.line)"])
        case let error as IndicatorError: self = Complaint.indicator(error)
        case let error as SparkRun.Failure: self = Complaint.spark(error)
        case let error as PlanError: self.init("plan", 2, ["reason": error.description])
        case let error as PublicationError:
            self.init("publication", 4, ["reason": "\(error)"])
        case let error as PermitRefusal: self = Complaint.permit(error)
        case let error as ObliviousError: self = Complaint.service(error)
        case let error as HolderRegisterError: self = Complaint.holders(error)
        case let error as DeliveryDeskError: self = Complaint.desk(error)
        case let error as LinkageError: self = Complaint.linkage(error)
        case let error as ResemblanceError: self = Complaint.resemblance(error)
        case let error as ListColumns.Mistake: self = Complaint.list(error)
        case ComparisonError.populationMalformed(let path, let line):
            self.init("population-by-age", 3, ["path": path, "line": "\(line)"])
        case let error as StudyError: self = Complaint.study(error)
        case let error as CohortError: self = Complaint.cohort(error)
        case let error as StatisticsError: self = Complaint.statistics(error)
        case let error as InputError: self = error.complaint
        case let error as AccountError: self = error.complaint
        case let error as LoginRefusal: self = Complaint.login(error)
        case let error as AccountMistake: self = Complaint.account(error)
        case let error as SecureServerError: self = Complaint.secure(error)
        case let error as ReportError: self = error.complaint
        case let error as RecordError: self = error.complaint
        case let error as TableError: self = Complaint.table(error)
        case let error as AttackError: self = Complaint.attack(error)
        case let error as CubeError: self = Complaint.cube(error)
        case let error as LedgerError: self = Complaint.ledger(error)
        case let error as ReleaseRefusal: self = Complaint.release(error)
        case let error as ReleaseRoomError: self = Complaint.room(error)
        case let error as BundleError: self = Complaint.bundle(error)
        default: self.init("fault", 70, ["reason": "\(type(of: error)): \(error)"])
        }
    }

    private static func store(_ error: StoreError) -> Complaint {
        switch error {
        case .missing(let path): Complaint("store.missing", 4, ["path": path])
        case .cannotOpen(let path, let reason):
            Complaint("store.cannot-open", 4, ["path": path, "reason": reason])
        case .exists(let path): Complaint("store.exists", 4, ["path": path])
        case .notAStore(let path): Complaint("store.not-a-store", 4, ["path": path])
        case .newer(let path, let found, let supported):
            Complaint(
                "store.newer",
                4,
                ["path": path, "found": "\(found)", "supported": "\(supported)"]
            )
        case .older(let path, let found, let supported):
            Complaint(
                "store.older",
                4,
                ["path": path, "found": "\(found)", "supported": "\(supported)"]
            )
        case .busy(let path): Complaint("store.busy", 4, ["path": path])
        case .full(let path): Complaint("store.full", 4, ["path": path])
        case .unwritable(let path, let reason):
            Complaint("store.unwritable", 4, ["path": path, "reason": reason])
        case .damaged(let path, let reason):
            Complaint("store.damaged", 4, ["path": path, "reason": reason])
        case .damagedChunk(let segment, let column, let part):
            Complaint(
                "store.damaged-chunk",
                4,
                ["segment": "\(segment)", "column": column, "part": "\(part)"]
            )
        case .alteredDelivery(let id, let fields):
            Complaint(
                "store.altered-delivery",
                4,
                ["id": "\(id)", "fields": fields.joined(separator: ", ")]
            )
        case .missingDelivery(let id):
            Complaint("store.missing-delivery", 4, ["id": "\(id)"])
        case .alteredSegment(let id, let fields):
            Complaint(
                "store.altered-segment",
                4,
                ["segment": "\(id)", "fields": fields.joined(separator: ", ")]
            )
        }
    }

    private static func key(_ error: KeyError) -> Complaint {
        switch error {
        case .missing(let path): Complaint("key.missing", 5, ["path": path])
        case .unreadable(let path): Complaint("key.unreadable", 5, ["path": path])
        case .readableByOthers(let path): Complaint("key.readable-by-others", 5, ["path": path])
        case .truncated(let path, let digits):
            Complaint("key.truncated", 5, ["path": path, "digits": "\(digits)"])
        case .malformed(let path): Complaint("key.malformed", 5, ["path": path])
        case .exists(let path): Complaint("key.exists", 5, ["path": path])
        case .cannotCreate(let path): Complaint("key.cannot-create", 5, ["path": path])
        case .wrong: Complaint("key.wrong", 5)
        }
    }

    private static func delivery(_ error: DeliveryError) -> Complaint {
        switch error.cause {
        case .cannotOpen(let code):
            Complaint("delivery.cannot-open", 3, ["path": error.path, "reason": system(code)])
        case .isDirectory: Complaint("delivery.is-directory", 3, ["path": error.path])
        case .isNoRegularFile: Complaint("delivery.is-no-file", 3, ["path": error.path])
        case .cannotRead(let code):
            Complaint("delivery.cannot-read", 3, ["path": error.path, "reason": system(code)])
        case .changed, .recordTooLong, .openQuote, .carrier:
            Complaint("delivery.changed", 3, ["path": error.path])
        }
    }

    private static func indicator(_ error: IndicatorError) -> Complaint {
        switch error {
        case .unknown(let id, let known):
            Complaint(
                "indicator.unknown",
                2,
                ["id": id, "known": known.joined(separator: ", ")]
            )
        case .notForYears(let id): Complaint("indicator.not-for-years", 2, ["id": id])
        case .notForHalfYears(let id): Complaint("indicator.not-for-half-years", 2, ["id": id])
        case .noDeliveries(let source, let period):
            Complaint("indicator.no-deliveries", 3, ["source": source, "period": period])
        case .populationNeeded(let indicator, let table):
            Complaint("indicator.population-needed", 2, ["id": indicator, "table": table])
        case .populationMissing(let indicator, let year):
            Complaint("indicator.population-missing", 3, ["id": indicator, "year": "\(year)"])
        case .populationMalformed(let path, let line):
            Complaint("indicator.population-malformed", 3, ["path": path, "line": "\(line)"])
        case .unbalanced(let indicator, let period):
            Complaint("indicator.unbalanced", 70, ["id": indicator, "period": period])
        case .boundariesUnknown(let year):
            Complaint("indicator.boundaries-unknown", 2, ["year": "\(year)"])
        }
    }

    /// An input of a command that cannot be used.
    enum InputError: Error {
        /// A table file that cannot be read.
        case table(path: String)
        /// What came on stdin is no number.
        case number
        /// A file that does not hold the line of a data subject.
        case subject(path: String)
        /// A folder or file that cannot be written.
        case unwritable(path: String)
        /// The server that belongs beside this program is not there.
        case serverMissing(path: String)
        /// A StatLine table that cannot be taken over.
        case statLine(path: String, reason: String)
        /// A cell that is not in the published database.
        case cell(indicator: String, period: String, region: String)
        /// A file that should be an earlier check.
        case earlierCheck(path: String)
        /// No port is free.
        case noPort(first: Int)

        var complaint: Complaint {
            switch self {
            case .table(let path): Complaint("input.table", 3, ["path": path])
            case .statLine(let path, let reason):
                Complaint("input.stat-line", 3, ["path": path, "reason": reason])
            case .number: Complaint("input.number", 3)
            case .cell(let indicator, let period, let region):
                Complaint(
                    "input.cell",
                    3,
                    ["id": indicator, "period": period, "region": region]
                )
            case .subject(let path): Complaint("input.subject", 3, ["path": path])
            case .earlierCheck(let path): Complaint("input.earlier-check", 3, ["path": path])
            case .unwritable(let path): Complaint("input.unwritable", 4, ["path": path])
            case .serverMissing(let path): Complaint("server.missing", 70, ["path": path])
            case .noPort(let first): Complaint("server.no-port", 4, ["port": "\(first)"])
            }
        }
    }

    /// The system's own words for an error number.
    private static func system(_ code: Int32) -> String {
        SystemError.words(code)
    }
}
