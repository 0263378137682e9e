import Definitions
import Domain

/// How a source names its holders, and which names are one.
struct HolderName {
    private let form: SourceDefinition.HolderForm
    private let regions: RegionReference

    init(form: SourceDefinition.HolderForm, _ regions: RegionReference) {
        self.form = form
        self.regions = regions
    }

    /// Whether a text names a holder: eight digits, or a region that has an organisation.
    func isHolder(_ text: String) -> Bool {
        switch form {
        case .kvk:
            let bytes = Array(text.utf8)
            return bytes.count == 8 && bytes.allSatisfy { (0x30...0x39).contains($0) }
        case .veiligThuis: return regions.names[.veiligThuis]?[text] != nil
        case .csg: return regions.names[.csg]?[text] != nil
        }
    }
}

extension SourceDefinition.HolderForm {
    /// The rule that refuses a file with another name.
    var rule: String {
        switch self {
        case .kvk: "INT-007"
        case .veiligThuis: "INT-401"
        case .csg: "INT-501"
        }
    }
}
