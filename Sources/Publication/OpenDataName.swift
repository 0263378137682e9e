package import Domain

/// The names under which tables are offered as open data; they stay as they are.
package enum OpenDataName {
    /// The id of the table of a subject, an indicator or a series, in a language: `BJ-01-NED`.
    package static func table(_ subject: String, _ language: Language) -> String {
        switch language {
        case .nl: subject + "-NED"
        case .en: subject + "-ENG"
        }
    }

    /// The key of the dimension of regions.
    package static func regions(_ language: Language) -> String {
        switch language {
        case .nl: "RegioS"
        case .en: "Regions"
        }
    }
}
