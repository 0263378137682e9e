/// Why a request for open data is refused; every case has an HTTP status of its kind.
public enum ODataError: Error, Sendable, Equatable {
    /// There is no such table, entity set or root.
    case notFound(what: String)
    /// The query string is not well formed.
    case malformedQuery(String)
    /// A query option is not known or not offered here.
    case unknownOption(String)
    /// A query option is there twice.
    case optionTwice(String)
    /// A number of a query option is not one, or out of bounds.
    case badNumber(option: String)
    /// A format is asked for that is not offered.
    case badFormat
    /// A column is asked for that the entity set does not have.
    case unknownColumn(option: String)
    /// A filter or order that cannot be read, at a character of its text.
    case badExpression(option: String, place: Int, expected: String)
    /// The request is larger than is read.
    case tooLarge(limit: Int)
    /// A file would hold more cells than are given at once.
    case tooManyCells(limit: Int)
    /// The database could not be read.
    case unavailable

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .notFound: 404
        case .badFormat: 406
        case .tooLarge: 414
        case .unavailable: 503
        default: 400
        }
    }

    /// The code in the error's body.
    public var code: String {
        switch self {
        case .notFound: "NotFound"
        case .malformedQuery: "MalformedQuery"
        case .unknownOption: "UnknownOption"
        case .optionTwice: "OptionTwice"
        case .badNumber: "BadNumber"
        case .badFormat: "FormatNotOffered"
        case .unknownColumn: "UnknownColumn"
        case .badExpression: "BadExpression"
        case .tooLarge: "TooLarge"
        case .tooManyCells: "TooManyCells"
        case .unavailable: "Unavailable"
        }
    }

    /// What was found, where and what was expected; nothing of what was sent is repeated.
    public var message: String {
        switch self {
        case .notFound(let what): "There is no such \(what). The catalogue lists what there is."
        case .malformedQuery(let reason): "The query string \(reason)."
        case .unknownOption(let options):
            "The query has an option that is not offered. Expected one of \(options)."
        case .optionTwice(let option): "\(option) is given more than once. Give it once."
        case .badNumber(let option):
            "\(option) is not a whole number from 0 to 9223372036854775807."
        case .badFormat: "The format is not offered. Expected json."
        case .unknownColumn(let option):
            "\(option) names a column that is not there. DataProperties lists the columns."
        case .badExpression(let option, let place, let expected):
            "\(option) cannot be read at character \(place + 1): expected \(expected)."
        case .tooLarge(let limit):
            "The query is larger than \(limit) bytes. Ask for less at a time."
        case .tooManyCells(let limit):
            "The file would hold more than \(limit) cells. Choose codes of a dimension in the query, "
                + "with commas between them."
        case .unavailable: "The published database cannot be read at the moment. Try again later."
        }
    }

    /// The error in the shape of its dialect: `odata.error` in version 3, `error` in version 4.
    public func body(_ dialect: ODataDialect) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.name(dialect == .v3 ? "odata.error" : "error")
            json.object { json in
                json.name("code")
                json.string(code)
                json.name("message")
                switch dialect {
                case .v3:
                    json.object { json in
                        json.name("lang")
                        json.string("en")
                        json.name("value")
                        json.string(message)
                    }
                case .v4: json.string(message)
                }
            }
        }
        return json.bytes
    }
}

/// The version of OData that is spoken.
public enum ODataDialect: Sendable {
    /// Version 3, as `ODataApi` and `ODataFeed`.
    case v3
    /// Version 4.
    case v4
}
