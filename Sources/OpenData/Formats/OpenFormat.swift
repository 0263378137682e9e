/// *Vorm*: a file form in which a table is offered beside OData.
enum OpenFormat {
    /// The answer for a file by its name, as `BJ-01-NED.csv`.
    ///
    /// - Throws: ``ODataError`` when there is no such file.
    static func answer(
        _ name: String,
        _ release: OpenRelease,
        _ request: OpenDataRequest
    ) throws(ODataError) -> OpenDataAnswer {
        throw .notFound(what: "file")
    }
}
