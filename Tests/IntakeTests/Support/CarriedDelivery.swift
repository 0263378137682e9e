import Definitions
import Domain
import FoundationEssentials
import Intake

/// A delivery in a carrier, checked as the product does.
struct CarriedDelivery {
    let files: [ReadFile]

    init(
        _ bytes: [UInt8],
        suffix: String,
        source: String = "jeugdhulp",
        options: CarrierOptions = CarrierOptions(),
        limits: CarrierLimits? = nil,
        cores: Int = 1
    ) throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "carrier-\(UUID().uuidString)\(suffix)")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let context = try Shipped.context(cores: cores)
        let definitions = try Shipped.definitions()
        guard let definition = definitions.sources[source] else {
            throw NoSuchSource(name: source)
        }
        var files: [ReadFile] = []
        for delivery in try DeliveryFile.list(
            url.path,
            options: options,
            limits: limits ?? definitions.carrierLimits
        ) {
            let read = try FileReading(context: context).read(
                delivery,
                source: definition,
                workers: context.workers
            )
            guard !read.isRefused else {
                files.append(read)
                continue
            }
            var group = try DeliveryGroup(
                files: [read],
                kernel: nil,
                context: context,
                leftOutLimit: (5, 5)
            )
            group.sortFindings()
            files.append(group.files[0])
        }
        self.files = files
    }

    /// The findings of the first file, as code, row, field and subject.
    var findings: [Finding] { files.first?.allFindings ?? [] }
}
