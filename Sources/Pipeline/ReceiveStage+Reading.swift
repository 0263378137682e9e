import Columns
import Definitions
import Foundation
import Intake

extension ReceiveStage {
    /// A delivery that waits to be read, or what was wrong with the file it should lie in.
    typealias Waiting = Result<DeliveryFile, DeliveryError>

    /// Deliveries that are read together.
    struct Window: Sendable {
        var deliveries: [Waiting] = []
        var bytes = 0
        var isLarge: Bool { bytes > ReceiveStage.largeFile && deliveries.count == 1 }
    }

    /// The deliveries in files, in their order.
    func waiting(_ paths: [String]) -> [Waiting] {
        paths.flatMap { path -> [Waiting] in
            do throws(DeliveryError) {
                return try DeliveryFile.list(
                    path,
                    options: carriers,
                    limits: definitions.carrierLimits
                ).map { .success($0) }
            } catch {
                return [.failure(error)]
            }
        }
    }

    /// Deliveries in pieces that are read ahead together; a large one stands alone.
    static func windows(of waiting: [Waiting]) -> [Window] {
        var windows: [Window] = []
        var current = Window()
        for delivery in waiting {
            let size = bytes(of: delivery)
            if size > largeFile {
                if !current.deliveries.isEmpty { windows.append(current) }
                windows.append(Window(deliveries: [delivery], bytes: size))
                current = Window()
            } else {
                current.deliveries.append(delivery)
                current.bytes += size
                if current.deliveries.count == window || current.bytes > windowBytes {
                    windows.append(current)
                    current = Window()
                }
            }
        }
        if !current.deliveries.isEmpty { windows.append(current) }
        return windows
    }

    private static func bytes(of waiting: Waiting) -> Int {
        guard case .success(let delivery) = waiting else { return 0 }
        // A file need not be opened to know its size.
        guard delivery.name == delivery.path else { return delivery.size ?? 0 }
        let attributes = try? FileManager.default.attributesOfItem(atPath: delivery.path)
        return attributes?[.size] as? Int ?? 0
    }

    /// Begins to read a window; a large file waits for its turn, because two do not fit in memory.
    func reading(
        _ window: Window,
        _ named: String?
    ) -> Workers.Ahead<[Result<ReadFile, DeliveryError>]> {
        let reading = DeliveryReading(
            definitions: definitions,
            context: context,
            carriers: carriers,
            named: named
        )
        let workers = workers
        return (window.isLarge ? Workers(cores: 1) : workers).ahead {
            let deliveries = window.deliveries
            if deliveries.count == 1 { return [reading.read(deliveries[0], workers)] }
            return try workers.map(deliveries.count) {
                reading.read(deliveries[$0], Workers(cores: 1))
            }
        }
    }
}

/// What it takes to read a delivery on whatever core is free.
private struct DeliveryReading: Sendable {
    let definitions: DefinitionSet
    let context: IntakeContext
    let carriers: CarrierOptions
    let named: String?

    func read(
        _ waiting: ReceiveStage.Waiting,
        _ workers: Workers
    ) -> Result<ReadFile, DeliveryError> {
        do throws(DeliveryError) {
            let delivery = try waiting.get()
            let source = SourceOfPath.find(
                delivery,
                options: carriers,
                named: named,
                in: definitions
            )
            guard let source else { return .success(ReadFile(unknownSource: delivery.name)) }
            return .success(
                try FileReading(context: context).read(delivery, source: source, workers: workers)
            )
        } catch {
            return .failure(error)
        }
    }
}
