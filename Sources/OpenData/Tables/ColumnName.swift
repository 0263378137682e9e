/// Makes the names of columns from the words that people read, as Statistics Netherlands does.
enum ColumnName {
    private static let folded: [Character: String] = [
        "à": "a", "á": "a", "â": "a", "ä": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e",
        "ì": "i", "í": "i", "î": "i", "ï": "i", "ò": "o", "ó": "o", "ô": "o", "ö": "o", "ù": "u",
        "ú": "u", "û": "u", "ü": "u",
    ]

    /// The words run together, each with a capital: `Begonnen trajecten` is `BegonnenTrajecten`.
    ///
    /// Only ASCII letters and digits are left; a name that would be empty or begin with a digit
    /// begins with `X`.
    static func word(_ title: String) -> String {
        var name = ""
        var startsWord = true
        for character in title {
            let lower = character.lowercased()
            let plain = folded[Character(lower)] ?? lower
            guard let first = plain.utf8.first, plain.utf8.count == 1, isNameByte(first) else {
                startsWord = true
                continue
            }
            let isCapital = startsWord || character.isUppercase
            name += isCapital ? plain.uppercased() : plain
            startsWord = false
        }
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return "X" + name }
        return name
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
