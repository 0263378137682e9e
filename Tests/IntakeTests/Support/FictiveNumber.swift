/// Citizen service numbers of nobody: they begin with a 9, which is not handed out, and pass the
/// elfproef.
enum FictiveNumber {
    /// A number for each index from 0; different indices have different numbers.
    static func text(_ index: Int) -> String {
        for body in (90_000_000 + index * 10)... {
            var rest = body
            var sum = 0
            for weight in 2...9 {
                sum += weight * (rest % 10)
                rest /= 10
            }
            if sum % 11 < 10 { return String(body * 10 + sum % 11) }
        }
        return ""
    }

    /// A number of nine digits that fails the elfproef.
    static func failing(_ index: Int) -> String {
        let right = text(index)
        let last = right.last == "0" ? "1" : "0"
        return right.dropLast() + last
    }
}
