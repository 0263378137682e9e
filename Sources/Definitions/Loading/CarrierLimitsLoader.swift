import Domain

/// Reads `carriers.yaml`.
struct CarrierLimitsLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> CarrierLimits {
        let reader = try folder.yaml("carriers.yaml").record(keys: [
            "unpacked-bytes", "unpacked-ratio", "ratio-free-bytes", "shared-text-bytes",
            "entries", "depth",
        ])
        func number(_ key: String) throws(DefinitionError) -> Int {
            try reader.required(key).number(in: 1...1_000_000_000_000)
        }
        return CarrierLimits(
            unpackedBytes: try number("unpacked-bytes"),
            unpackedRatio: try number("unpacked-ratio"),
            ratioFreeBytes: try number("ratio-free-bytes"),
            sharedTextBytes: try number("shared-text-bytes"),
            entries: try number("entries"),
            depth: try number("depth")
        )
    }
}
