import Synchronization

/// *Meetwaarden*: how many requests of each kind were answered and how, for those who keep watch.
///
/// Nothing of what was asked is kept: no path, no query, no address.
final class ServerMetrics: Sendable {
    /// The kind of a request.
    enum Kind: String, CaseIterable, Comparable {
        case asset, health, openData = "open-data", page

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    private struct Counts {
        var answers: [Kind: [Int: Int]] = [:]
        var seconds: [Kind: Double] = [:]
        var bytes: [Kind: Int] = [:]
    }

    private let counts = Mutex(Counts())

    /// Counts an answer.
    func count(_ kind: Kind, status: Int, seconds: Double, bytes: Int) {
        counts.withLock { counts in
            counts.answers[kind, default: [:]][status, default: 0] += 1
            counts.seconds[kind, default: 0] += seconds
            counts.bytes[kind, default: 0] += bytes
        }
    }

    /// The counts in the text form of Prometheus, with some measures beside them.
    func text(_ gauges: [(name: String, help: String, value: Int64)]) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP ijkpunt_requests_total Requests answered, by kind and status.",
            "# TYPE ijkpunt_requests_total counter",
        ]
        for (kind, answers) in counts.answers.sorted(by: { $0.key < $1.key }) {
            for (status, number) in answers.sorted(by: { $0.key < $1.key }) {
                lines.append(
                    "ijkpunt_requests_total{kind=\"\(kind.rawValue)\",status=\"\(status)\"} \(number)"
                )
            }
        }
        lines += [
            "# HELP ijkpunt_request_seconds_total Time spent on answers, by kind.",
            "# TYPE ijkpunt_request_seconds_total counter",
        ]
        for (kind, seconds) in counts.seconds.sorted(by: { $0.key < $1.key }) {
            lines.append("ijkpunt_request_seconds_total{kind=\"\(kind.rawValue)\"} \(seconds)")
        }
        lines += [
            "# HELP ijkpunt_response_bytes_total Bytes of the bodies of answers, by kind.",
            "# TYPE ijkpunt_response_bytes_total counter",
        ]
        for (kind, bytes) in counts.bytes.sorted(by: { $0.key < $1.key }) {
            lines.append("ijkpunt_response_bytes_total{kind=\"\(kind.rawValue)\"} \(bytes)")
        }
        for gauge in gauges {
            lines += [
                "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge",
                "\(gauge.name) \(gauge.value)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
