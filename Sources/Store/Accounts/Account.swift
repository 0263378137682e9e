public import Domain
import Foundation
public import Keys

/// *Account*: somebody who can log in, with the one role in which they do.
public struct Account: Sendable, Equatable, Codable {
    /// The name by which the person is known.
    public let name: String
    /// The role in which they act.
    public var role: Role
    /// The holder or municipality it is limited to; `nil` where the role has no such limit.
    public var scope: String?
    /// Whether it may not be used.
    public var isLocked: Bool
    /// Rises with each change of password, role or lock; a session of an earlier one has ended.
    public var generation: Int
    /// What is kept of the password.
    public var password: PasswordHash

    /// Creates an account.
    public init(name: String, role: Role, scope: String?, password: PasswordHash) {
        self.name = name
        self.role = role
        self.scope = scope
        isLocked = false
        generation = 1
        self.password = password
    }

    /// The signs by which names are compared: capitals, blanks, points and how an accent is typed
    /// make nobody another.
    ///
    /// Four eyes count persons by their names, so two accounts may not differ in these alone.
    public static func folded(_ name: String) -> String {
        let composed = name.precomposedStringWithCanonicalMapping.lowercased()
        return String(composed.filter { $0.isLetter || $0.isNumber })
    }
}

extension Role: Codable {}
