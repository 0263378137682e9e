import Domain

extension Finding {
    /// A record is left out.
    static func record(_ code: String, row: Int, _ field: String? = nil) -> Finding {
        Finding(code: code, severity: .record, row: row, field: field)
    }

    /// A value is emptied.
    static func field(_ code: String, row: Int, _ field: String) -> Finding {
        Finding(code: code, severity: .field, row: row, field: field)
    }

    /// The holder is asked.
    static func query(_ code: String, row: Int, _ field: String? = nil) -> Finding {
        Finding(code: code, severity: .query, row: row, field: field)
    }

    /// The holder is asked about the file as a whole.
    static func query(_ code: String, _ field: String? = nil, subject: String) -> Finding {
        Finding(code: code, severity: .query, field: field, subject: subject)
    }

    /// The holder is told.
    static func note(_ code: String, row: Int, _ field: String) -> Finding {
        Finding(code: code, severity: .note, row: row, field: field)
    }

    /// The holder is told something about the file as a whole.
    static func note(_ code: String, subject: String? = nil) -> Finding {
        Finding(code: code, severity: .note, subject: subject)
    }

    /// The file is refused.
    static func file(
        _ code: String,
        row: Int? = nil,
        _ field: String? = nil,
        subject: String? = nil
    ) -> Finding {
        Finding(code: code, severity: .file, row: row, field: field, subject: subject)
    }
}
