public import Definitions
import Foundation
public import Intake

/// Finds the source of a file: named, or the folder it lies in.
public enum SourceOfPath {
    /// The source of a file, or `nil` when the folder's name is none and none was named.
    public static func find(
        _ path: String,
        named: String?,
        in definitions: DefinitionSet
    ) -> SourceDefinition? {
        if let named { return definitions.sources[named] }
        let folder = URL(filePath: path).standardizedFileURL.deletingLastPathComponent()
        return definitions.sources[folder.lastPathComponent]
    }

    /// The source of a delivery: named, that of its layout or mapping, or the folder it lies in,
    /// within the archive or else around it.
    public static func find(
        _ delivery: DeliveryFile,
        options: CarrierOptions,
        named: String?,
        in definitions: DefinitionSet
    ) -> SourceDefinition? {
        find(delivery.name, named: named ?? options.source, in: definitions)
            ?? find(delivery.path, named: nil, in: definitions)
    }
}
