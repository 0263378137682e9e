/// An attribute of an element: the name is written in the code, the value may be data.
struct HTMLAttribute: Sendable {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The attribute `class`.
    static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }

    /// The attribute `id`.
    static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }

    /// The attribute `href` with an address that this code made.
    static func href(_ value: String) -> HTMLAttribute { HTMLAttribute("href", value) }
}
