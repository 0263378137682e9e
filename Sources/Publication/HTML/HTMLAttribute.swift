/// An attribute of an element: the name is written in the code, the value may be data.
package struct HTMLAttribute: Sendable {
    let name: StaticString
    let value: String

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The attribute `class`.
    package static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }

    /// The attribute `id`.
    package static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }

    /// The attribute `href` with an address that this code made.
    package static func href(_ value: String) -> HTMLAttribute { HTMLAttribute("href", value) }
}
