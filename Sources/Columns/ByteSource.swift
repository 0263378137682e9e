/// Bytes of a delivery on their way out of whatever carries them: a file, an archive, a workbook.
///
/// What comes out is delimited text, whatever went in, so that one scanner reads every carrier.
public protocol ByteSource: AnyObject {
    /// About how many bytes will come; only memory is measured by it.
    var expectedSize: Int { get }

    /// Puts bytes behind those in use of a buffer, as many as asked for unless the end is reached.
    ///
    /// - Returns: how many; 0 at the end.
    /// - Throws: ``PieceError`` when the bytes cannot be read or the carrier is not in order.
    func fill(_ piece: UnsafePieceBuffer, limit: Int) throws(PieceError) -> Int
}

/// What makes a carrier impossible to unpack.
public struct CarrierMistake: Error, Equatable, Sendable {
    /// What is wrong with it.
    public enum Kind: String, CaseIterable, Sendable {
        /// A line of another width than the layout says.
        case lineWidth
        /// No archive, or one with damage.
        case damaged
        /// An archive that is encrypted or packed in a way that is not read.
        case unsupported
        /// More bytes unpacked than the limits allow.
        case tooLarge
        /// A part of a workbook that is no well-formed XML.
        case malformed
        /// A document type declaration in a part of a workbook.
        case documentType
        /// A workbook without rows.
        case noRows
        /// An archive without deliveries.
        case noDeliveries
        /// A column that the mapping names and the export lacks.
        case mappedColumnMissing
    }

    /// What is wrong with it.
    public let kind: Kind
    /// The line of the delimited text at which it was met, from 1; `nil` for the whole carrier.
    public let line: Int?
    /// A part's name, a width or a limit; never a value of a row.
    public let subject: String?

    /// Creates a mistake.
    public init(_ kind: Kind, line: Int? = nil, subject: String? = nil) {
        self.kind = kind
        self.line = line
        self.subject = subject
    }
}
