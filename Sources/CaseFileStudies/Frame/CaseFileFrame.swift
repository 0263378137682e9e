public import Columns
import Crypto
public import Domain

/// *Steekproefkader*: the organisations of a source and half-year, and the files each of them has.
///
/// A file is one child at one organisation. The order is fixed: organisations by name, files by
/// pseudonym; the place in that order is what the draw goes by.
public struct CaseFileFrame: Sendable {
    /// *Dossier*: one child at one organisation.
    public struct File: Sendable, Equatable {
        /// The child.
        public let person: Pseudonym
        /// The referrer of the first record.
        public let referrer: String
        /// The form of help of the first record.
        public let form: String
        /// The part of the country; `U` when not known.
        public let part: String

        /// Creates a file.
        public init(person: Pseudonym, referrer: String, form: String, part: String) {
            self.person = person
            self.referrer = referrer
            self.form = form
            self.part = part
        }
    }

    /// An organisation with its files.
    public struct Organisation: Sendable, Equatable {
        /// The holder, as it delivers.
        public let name: String
        /// Its files, by pseudonym.
        public let files: [File]

        /// Creates an organisation; its files are put into their order.
        public init(name: String, files: [File]) {
            self.name = name
            self.files = files.sorted { $0.person < $1.person }
        }

        /// The part of the country most of its files are from; the first by code among equals.
        public var part: String {
            var counts: [String: Int] = [:]
            for file in files { counts[file.part, default: 0] += 1 }
            return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "U"
        }
    }

    /// The source.
    public let source: String
    /// The half-year.
    public let period: ReportingPeriod
    /// The organisations, by name.
    public let organisations: [Organisation]

    /// Creates a frame; organisations without files are left out.
    public init(source: String, period: ReportingPeriod, organisations: [Organisation]) {
        self.source = source
        self.period = period
        self.organisations = organisations.filter { !$0.files.isEmpty }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// How many files.
    public var fileCount: Int { organisations.reduce(0) { $0 + $1.files.count } }

    /// A digest of the frame in its order, 64 hexadecimal digits: what is in the plan before there
    /// is a seed, so that nobody can change the frame after seeing the draw.
    public var digest: String {
        var hash = SHA256()
        hash.update(data: Array("\(source) \(period)\n".utf8))
        for organisation in organisations {
            hash.update(data: Array("\(organisation.name) \(organisation.files.count)\n".utf8))
            for file in organisation.files {
                hash.update(data: file.person.bytes)
                hash.update(data: Array("\(file.referrer) \(file.form) \(file.part)\n".utf8))
            }
        }
        return Digits.text(hash.finalize())
    }
}

/// Bytes as hexadecimal digits.
package enum Digits {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    package static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] * 16 + digits[$0 + 1])
        }
    }
}
