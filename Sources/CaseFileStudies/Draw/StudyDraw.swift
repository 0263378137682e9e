/// *Trekking*: which organisations and files were drawn, and with what chance.
public struct StudyDraw: Codable, Sendable, Equatable {
    /// A drawn organisation.
    public struct Organisation: Codable, Sendable, Equatable {
        /// Its name.
        public let name: String
        /// Its stratum.
        public let stratum: String
        /// Its chance of being drawn.
        public let probability: Double
        /// How many files it has.
        public let files: Int
    }

    /// A drawn file.
    public struct File: Codable, Sendable, Equatable {
        /// The study code, as `S0001`, which says nothing of the file.
        public let code: String
        /// The organisation, by its place in ``StudyDraw/organisations``.
        public let organisation: Int
        /// Its place among the files of the organisation.
        public let place: Int
        /// Its stratum of files.
        public let stratum: String
        /// How many files the stratum has in the organisation.
        public let population: Int
        /// How many of them were drawn.
        public let drawn: Int
        /// The referrer.
        public let referrer: String
        /// The form of help.
        public let form: String
        /// The part of the country.
        public let part: String
        /// Its place in the order of replacement; 0 when it is in the sample.
        public let reserve: Int
        /// Whether it is to be coded twice.
        public let isCodedTwice: Bool
    }

    /// The published seed.
    public let seed: String
    /// The algorithm.
    public let algorithm: String
    /// The organisations, by name.
    public let organisations: [Organisation]
    /// The files, by code.
    public let files: [File]

    /// The file with a code.
    public func file(_ code: String) -> File? { files.first { $0.code == code } }
}
