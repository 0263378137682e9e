/// *Gepubliceerd cijfer*: a figure of somebody else, as they published it, with its source.
///
/// Already protected by its publisher; never mixed with the product's own counts without a label.
public struct PublishedFigure: Sendable, Equatable {
    /// How final the figure is.
    public enum Status: String, Sendable {
        /// *Definitief*, or published without a mark.
        case final = "definitief"
        /// *Voorlopig*, marked `*`.
        case provisional = "voorlopig"
        /// *Nader voorlopig*, marked `**`.
        case revisedProvisional = "nader voorlopig"

        /// The mark behind the figure.
        public var mark: String {
            switch self {
            case .final: ""
            case .provisional: "*"
            case .revisedProvisional: "**"
            }
        }
    }

    /// What is known of the size.
    public enum Value: Sendable, Equatable {
        /// A published number.
        case number(Double)
        /// A number worked out from published ones, not itself published.
        case derived(Double)
        /// A published rounding of something ("about 30").
        case about(Double)
        /// Bounds between which it lies; there is no middle.
        case interval(Double, Double)
        /// Withheld by the publisher (`.`).
        case withheld
        /// Not published for this period: a hole, never zero.
        case missing
    }

    /// The period as the publisher names it, as `2019H1`, `2020` or `2019-01-01`.
    public let period: String

    /// The column of the series, as `reports`, or a category code.
    public let item: String

    /// The size.
    public let value: Value

    /// How final it is.
    public let status: Status

    /// Creates a figure.
    public init(period: String, item: String, value: Value, status: Status) {
        self.period = period
        self.item = item
        self.value = value
        self.status = status
    }
}

/// *Reeks*: published figures of one unit, definition and publisher.
public struct PublishedSeries: Sendable, Equatable {
    /// A place that no line or test may cross.
    public struct Break: Sendable, Equatable {
        /// The first period after the break.
        public let before: String
        /// Why the figures on both sides differ in kind.
        public let reason: LocalizedText

        /// Creates a break.
        public init(before: String, reason: LocalizedText) {
            self.before = before
            self.reason = reason
        }
    }

    /// An item of the series, with its label.
    public struct Item: Sendable, Equatable {
        /// The code of the item.
        public let code: String
        /// Its label.
        public let label: LocalizedText

        /// Creates an item.
        public init(code: String, label: LocalizedText) {
            self.code = code
            self.label = label
        }
    }

    /// The stable id, as `veilig-thuis-national`.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// The rung of the ladder.
    public let unit: UnitOfCount
    /// The unit in words.
    public let unitLabel: LocalizedText
    /// Who published it where, with table id.
    public let source: LocalizedText
    /// The table id, as `84849NED`, when there is one.
    public let tableID: String?
    /// What the figure counts.
    public let definition: LocalizedText
    /// What the figure does not say.
    public let doesNotSay: LocalizedText
    /// What is uncertain in the transcription or the source; empty when nothing is.
    public let caution: LocalizedText?
    /// The items in their order.
    public let items: [Item]
    /// The breaks.
    public let breaks: [Break]
    /// The figures in their order, holes included.
    public let figures: [PublishedFigure]

    /// Creates a series.
    public init(
        id: String,
        title: LocalizedText,
        unit: UnitOfCount,
        unitLabel: LocalizedText,
        source: LocalizedText,
        tableID: String?,
        definition: LocalizedText,
        doesNotSay: LocalizedText,
        caution: LocalizedText?,
        items: [Item],
        breaks: [Break],
        figures: [PublishedFigure]
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.unitLabel = unitLabel
        self.source = source
        self.tableID = tableID
        self.definition = definition
        self.doesNotSay = doesNotSay
        self.caution = caution
        self.items = items
        self.breaks = breaks
        self.figures = figures
    }

    /// The figure for a period and item.
    public func figure(_ period: String, _ item: String) -> PublishedFigure? {
        figures.first { $0.period == period && $0.item == item }
    }
}
