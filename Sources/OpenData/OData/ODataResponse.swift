/// Makes an answer of an entity set in a dialect.
struct ODataResponse {
    /// The media type of every answer.
    static let type = "application/json; charset=utf-8"

    let dialect: ODataDialect
    /// The address the set stands under.
    let root: String
    /// The query as it came.
    let query: String

    /// A page of entities, with the address of the next one.
    ///
    /// The mark of a page holds the whole query and stands in the path: one client drops the query
    /// of the link that it follows, and would read the first page for ever.
    ///
    /// - Parameters:
    ///   - set: the entity set.
    ///   - mark: the mark of the page; `nil` for the first.
    ///   - limit: the most rows of a page.
    /// - Returns: the answer.
    /// - Throws: ``ODataError`` that says what is wrong with the query.
    func entities(
        _ set: EntitySet,
        page mark: String?,
        limit: Int
    ) throws(ODataError) -> OpenDataAnswer {
        let text = try mark.map { mark throws(ODataError) in try PageMark.query(mark) } ?? query
        let options = try ODataQuery(text, dialect: dialect)
        let page = try ODataPage(set, options, limit: limit)
        let link = try page.next.map { next throws(ODataError) in
            let top = options.top.map { $0 - page.rows.count }
            return "\(root)/\(set.name)/page/"
                + (try PageMark.mark(text, skip: next, top: top))
        }
        let body = try ODataWriter(dialect: dialect, context: context(set)).body(
            set,
            page,
            select: options.select,
            nextLink: link
        )
        return OpenDataAnswer(type: ODataResponse.type, body: body)
    }

    /// What there is only one of, as an object of its own.
    ///
    /// - Throws: ``ODataError`` that says what is wrong with the query.
    func single(_ set: EntitySet) throws(ODataError) -> OpenDataAnswer {
        let options = try ODataQuery(query, dialect: dialect)
        let body = try ODataWriter(dialect: dialect, context: context(set))
            .single(set, select: options.select)
        return OpenDataAnswer(type: ODataResponse.type, body: body)
    }

    private func context(_ set: EntitySet) -> String {
        set.name.isEmpty ? "\(root)/$metadata" : "\(root)/$metadata#\(set.name)"
    }
}
