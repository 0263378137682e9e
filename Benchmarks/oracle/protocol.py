"""The columns of the two protocols, and from when until when each is one."""

from dataclasses import dataclass

from periods import ordinal


@dataclass(frozen=True)
class Column:
    name: str
    obligatory: bool = False
    since: str | None = None
    until: str | None = None

    def known_in(self, period: int) -> bool:
        """Whether the protocol of a half-year knows the column."""
        return (self.since is None or ordinal(self.since) <= period) and (
            self.until is None or period <= ordinal(self.until)
        )


PERSON = [
    Column("aanbieder", True),
    Column("verslagperiode", True),
    Column("bsn", True),
    Column("geboortedatum", True),
    Column("geslacht", True),
    Column("postcode"),
    Column("gemeente"),
]

COLUMNS = {
    "jeugdhulp": PERSON + [
        Column("verwijzer", True),
        Column("hulpvorm", True),
        Column("gestart_met_crisis", since="2018H1"),
        Column("perspectief", until="2020H2"),
        Column("datum_aanvang", True),
        Column("datum_einde"),
        Column("reden_beeindiging"),
        Column("tevredenheid", since="2018H1"),
        Column("zonder_hulp_verder", since="2018H1"),
        Column("informant", since="2018H1"),
    ],
    "jeugdbescherming": PERSON + [
        Column("maatregel", True),
        Column("datum_aanvang", True),
        Column("datum_einde"),
        Column("reden_beeindiging"),
        Column("datum_overgedragen"),
        Column("datum_overgedragen_gekregen"),
    ],
}

ONE_OF = ("postcode", "gemeente")
