/// The form of the published database.
///
/// A cell is a packed key and what is shown: `NULL` is withheld, an absent cell is zero. The key
/// is the mixed-radix number of the places of region, each dimension and measure, whose lists
/// stand in `table_region`, `table_code` and `table_measure` in their order.
enum PublishedSchema {
    /// The version of the form; a file of another version is refused.
    static let version = "3"

    /// The statements that make the tables, in their order.
    static let statements = [
        """
        CREATE TABLE property (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE protected_table (
            id INTEGER NOT NULL PRIMARY KEY,
            indicator TEXT NOT NULL,
            period TEXT NOT NULL,
            unit TEXT NOT NULL,
            definition_version INTEGER NOT NULL,
            profile TEXT NOT NULL,
            notice_nl TEXT NOT NULL,
            notice_en TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE table_note (
            table_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (table_id, name)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE table_region (
            table_id INTEGER NOT NULL,
            place INTEGER NOT NULL,
            geography TEXT NOT NULL,
            region TEXT NOT NULL,
            PRIMARY KEY (table_id, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE table_code (
            table_id INTEGER NOT NULL,
            dimension INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            is_additive INTEGER NOT NULL,
            code TEXT NOT NULL,
            PRIMARY KEY (table_id, dimension, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE table_measure (
            table_id INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            decimals INTEGER NOT NULL,
            is_count INTEGER NOT NULL,
            PRIMARY KEY (table_id, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE cell (
            table_id INTEGER NOT NULL,
            key INTEGER NOT NULL,
            value INTEGER,
            PRIMARY KEY (table_id, key)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE trace (
            table_id INTEGER NOT NULL,
            place INTEGER NOT NULL,
            part TEXT NOT NULL,
            name TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (table_id, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE series (
            place INTEGER NOT NULL PRIMARY KEY,
            id TEXT NOT NULL,
            unit TEXT NOT NULL,
            table_id TEXT
        )
        """,
        """
        CREATE TABLE series_text (
            series INTEGER NOT NULL,
            part TEXT NOT NULL,
            nl TEXT NOT NULL,
            en TEXT NOT NULL,
            PRIMARY KEY (series, part)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE series_item (
            series INTEGER NOT NULL,
            place INTEGER NOT NULL,
            code TEXT NOT NULL,
            nl TEXT NOT NULL,
            en TEXT NOT NULL,
            PRIMARY KEY (series, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE series_break (
            series INTEGER NOT NULL,
            place INTEGER NOT NULL,
            before TEXT NOT NULL,
            nl TEXT NOT NULL,
            en TEXT NOT NULL,
            PRIMARY KEY (series, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE series_figure (
            series INTEGER NOT NULL,
            place INTEGER NOT NULL,
            period TEXT NOT NULL,
            item TEXT NOT NULL,
            status TEXT NOT NULL,
            kind TEXT NOT NULL,
            low REAL,
            high REAL,
            PRIMARY KEY (series, place)
        ) WITHOUT ROWID
        """,
    ]
}
