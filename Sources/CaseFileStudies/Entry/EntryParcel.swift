public import Crypto
import Foundation

/// *Invoerpakket*: the records of one device as a sealed file, to carry to another.
public enum EntryParcel {
    /// What keeps a parcel from being opened.
    public enum Failure: Error, Equatable, Sendable {
        /// It was changed, cut short, made with another key or for another study.
        case unopenable
    }

    /// Seals records for a study (AES-256-GCM, bound to the study).
    public static func seal(
        _ records: [EntryRecord],
        of study: String,
        key: SymmetricKey
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            StudyJSON.bytes(records),
            using: key,
            authenticating: binding(study)
        )
        return Array(box.combined ?? Data())
    }

    /// Opens a parcel.
    ///
    /// - Throws: ``Failure/unopenable``.
    public static func open(
        _ bytes: [UInt8],
        of study: String,
        key: SymmetricKey
    ) throws(Failure) -> [EntryRecord] {
        guard let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: key, authenticating: binding(study)),
            let records = try? StudyJSON.value([EntryRecord].self, of: Array(opened))
        else { throw .unopenable }
        return records
    }

    private static func binding(_ study: String) -> [UInt8] {
        Array("ijkpunt/1 entry parcel \(study)".utf8)
    }
}
