/// *Burgerservicenummer*: the arithmetic of the number, without any person behind it.
enum CitizenServiceNumber {
    /// Whether nine digits pass the *elfproef*: 9a+8b+7c+6d+5e+4f+3g+2h−1i is a multiple of 11.
    static func passesElevenTest(_ number: UInt32) -> Bool {
        guard number <= 999_999_999 else { return false }
        return (weightedSum(of: number / 10) + 110 - Int(number % 10)) % 11 == 0
    }

    /// The number that starts with these eight digits and passes, or `nil` when there is none.
    static func completing(_ firstEight: UInt32) -> UInt32? {
        let last = weightedSum(of: firstEight) % 11
        return last == 10 ? nil : firstEight * 10 + UInt32(last)
    }

    private static func weightedSum(of firstEight: UInt32) -> Int {
        var rest = Int(firstEight)
        var sum = 0
        for weight in 2...9 {
            sum += weight * (rest % 10)
            rest /= 10
        }
        return sum
    }
}
