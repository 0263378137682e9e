/// The tables of what was compared when the tables were published.
///
/// A count stands with the lowest and the highest that may lie behind it; all three are `NULL` where
/// it is withheld.
enum ComparisonSchema {
    /// The statements that make the tables, in their order.
    static let statements = [
        """
        CREATE TABLE comparison_sheet (
            place INTEGER NOT NULL PRIMARY KEY,
            measure TEXT NOT NULL,
            period TEXT NOT NULL,
            events_low REAL NOT NULL,
            events REAL NOT NULL,
            events_high REAL NOT NULL,
            size_low REAL NOT NULL,
            size REAL NOT NULL,
            size_high REAL NOT NULL,
            phi REAL,
            tau2 REAL NOT NULL,
            counted INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE comparison_row (
            sheet INTEGER NOT NULL,
            code TEXT NOT NULL,
            events_low REAL,
            events REAL,
            events_high REAL,
            size_low REAL,
            size REAL,
            size_high REAL,
            place TEXT,
            expected_low REAL,
            expected REAL,
            expected_high REAL,
            withheld_share REAL NOT NULL,
            ratio REAL,
            ratio_low REAL,
            ratio_high REAL,
            shrunken REAL,
            shrunken_low REAL,
            shrunken_high REAL,
            PRIMARY KEY (sheet, code)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE comparison_curve (
            sheet INTEGER NOT NULL,
            step INTEGER NOT NULL,
            size REAL NOT NULL,
            inner_low REAL NOT NULL,
            inner_high REAL NOT NULL,
            outer_low REAL NOT NULL,
            outer_high REAL NOT NULL,
            exact_inner_low REAL NOT NULL,
            exact_inner_high REAL NOT NULL,
            exact_outer_low REAL NOT NULL,
            exact_outer_high REAL NOT NULL,
            PRIMARY KEY (sheet, step)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE comparison_input (
            sheet INTEGER NOT NULL,
            code TEXT NOT NULL,
            place INTEGER NOT NULL,
            stratum TEXT NOT NULL,
            size_low REAL,
            size REAL,
            size_high REAL,
            events REAL,
            country_size REAL,
            PRIMARY KEY (sheet, code, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE peer_characteristic (
            place INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE peer_size (
            code TEXT NOT NULL PRIMARY KEY,
            children INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE peer (
            code TEXT NOT NULL,
            place INTEGER NOT NULL,
            other TEXT NOT NULL,
            distance REAL NOT NULL,
            PRIMARY KEY (code, place)
        ) WITHOUT ROWID
        """,
    ]
}
