import HTTPTypes

/// What every answer of the form says to the browser: keep nothing, load nothing from elsewhere.
enum EntryHeaders {
    /// The headers with their values.
    static let fields: [(HTTPField.Name, String)] =
        [
            (.cacheControl, "no-store"),
            (
                .contentSecurityPolicy,
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            (.xContentTypeOptions, "nosniff"),
        ]
        + [
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
