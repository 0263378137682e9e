import Columns
import Domain

extension Rule {
    /// An advice is given on people whom Veilig Thuis does not know by number.
    static let adviceWithNumber = Rule(
        "INT-429",
        .field,
        [.number],
        sources: ["veiligthuis"]
    ) { batch in
        let kind = batch.small(.kind)
        let number = batch.rows.numbers
        return batch.flag(.number) {
            kind[$0] == .letter("A") && number[$0] != NumberState.absent
        }
    }
}
