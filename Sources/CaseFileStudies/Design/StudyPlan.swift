import Crypto
public import Definitions
import Foundation

/// *Onderzoeksplan*: what will be done, and what it will be able to show, before anybody is asked.
///
/// Dated and signed by the store; what is in it cannot change once the sample is drawn.
public struct StudyPlan: Codable, Sendable, Equatable {
    /// A stratum of organisations.
    public struct OrganisationStratum: Codable, Sendable, Equatable {
        /// Its code.
        public let code: String
        /// How many organisations it has.
        public let organisations: Int
        /// How many files they have.
        public let files: Int
        /// How many are drawn.
        public let drawn: Int
    }

    /// A stratum of files.
    public struct FileStratum: Codable, Sendable, Equatable {
        /// Its code.
        public let code: String
        /// How many files it has.
        public let files: Int
        /// How many are planned.
        public let planned: Int
    }

    /// The instrument and what was in it.
    public struct Codebook: Codable, Sendable, Equatable {
        /// The id.
        public let id: String
        /// The version.
        public let version: Int
        /// The digest of its canonical text, 64 hexadecimal digits.
        public let digest: String

        /// The codebook of an instrument.
        public init(_ instrument: Instrument) {
            id = instrument.id
            version = instrument.version
            digest = Digits.text(SHA256.hash(data: Array(instrument.canonical.utf8)))
        }
    }

    /// The study.
    public let study: String
    /// The version of the plan; a plan may be replaced until the sample is drawn.
    public let version: Int
    /// The day it was made, `JJJJ-MM-DD`.
    public let day: String
    /// The question as it was asked, YAML.
    public let request: String
    /// The instrument.
    public let codebook: Codebook
    /// The digest of the frame.
    public let frame: String
    /// How many organisations the frame has.
    public let organisations: Int
    /// How many files it has.
    public let files: Int
    /// The strata of organisations.
    public let organisationStrata: [OrganisationStratum]
    /// The strata of files.
    public let fileStrata: [FileStratum]
    /// Counts of the frame by margin and code, to which a sample can be calibrated.
    public let margins: [String: [String: Int]]
    /// What it will be able to show of each domain.
    public let outlooks: [DomainOutlook]

    /// The plan as bytes: sorted keys, so that the same plan is the same bytes.
    public func bytes() throws -> [UInt8] { try StudyJSON.bytes(self) }
}

/// *Vooruitzicht*: what the plan can be expected to show of a domain.
public struct DomainOutlook: Codable, Sendable, Equatable {
    /// Whether it is worth asking.
    public enum Verdict: String, Codable, Sendable {
        /// The interval is as narrow as was wanted.
        case precise
        /// There will be an interval, wider than was wanted.
        case wide
        /// Too few cases to say anything.
        case nothing
    }

    /// The domain.
    public let domain: String
    /// Files that are expected to be coded.
    public let files: Double
    /// How many times the variance of a simple sample.
    public let designEffect: Double
    /// Degrees of freedom: organisations drawn − their strata.
    public let degreesOfFreedom: Int
    /// Half the width of the interval of the proportion planned for.
    public let halfWidth: Double?
    /// What was wanted.
    public let wanted: Double
    /// How many coded files would be needed for that.
    public let needed: Int
    /// The chance of finding the wanted difference from the rest; `nil` for the whole.
    public let power: Double?
    /// What that comes to.
    public let verdict: Verdict
}

/// JSON with sorted keys: the same value is the same bytes.
package enum StudyJSON {
    package static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    package static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) throws
        -> Value
    {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
