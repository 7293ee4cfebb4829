"""How a cell of a table is asked for: of what the table is, in words that can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.core.text import fold
from quiz.draw.anchor import subject_of
from quiz.draw.english.gazetteer import words
from quiz.draw.english.names import names_in
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Reading

_WINNER = re.compile(
    r"^(?:winners?|champions?|laureates?|recipients?|winning team|title holders?)$", re.I
)
_WINNERS = re.compile(r"\b(?:winners|champions|laureates|recipients)\b", re.I)
_RESULT = re.compile(r"^(?:time|score|distance|margin|result|points|speed|votes?)$", re.I)
_VOTES = re.compile(r"^(?:points|votes|goals|runs|strokes)$", re.I)
_LAND = re.compile(r"^(?:country|nation|nationality|team's country)$", re.I)
_EVENT = re.compile(r"^(?:events?|what happened)$", re.I)
_MEASURED = re.compile(
    r"^(?:number of .+|population|price|cost|budget|height|length|area|attendance|prize money"
    r"|temperature|members|visitors|passengers|turnover)$",
    re.I,
)
_WITHIN = re.compile(r"^(?:part|component|layer|stage|phase|section|region)$", re.I)
_MAKERS = frozenset(
    [
        "carver",
        "builder",
        "designer",
        "painter",
        "author",
        "architect",
        "composer",
        "maker",
        "founder",
        "inventor",
        "discoverer",
        "sculptor",
        "engineer",
        "writer",
    ]
)
_HANDS = {
    "carver": "carved",
    "engraver": "engraved",
    "painter": "painted",
    "sculptor": "sculpted",
    "maker": "made",
}
"""Who makes a part of a thing, where a table is of things and that part of them."""
_AND_THEIR = re.compile(r"\band (?:their|its) (?P<part>[a-z-]+?)s?$", re.I)
_FIGURE = re.compile(r"^\d[\d.,]*$")
_TIME = re.compile(r"^(?:seconds|minutes|hours|days|weeks|months|years)$")
_ONE = frozenset(["news", "series", "lens", "species", "physics", "mathematics", "means", "gas"])
_KEPT = frozenset(["Latin", "Greek", "English", "French", "German", "Italian", "Spanish", "Roman"])
_GAP = re.compile(
    r"^\W*(?:(?i:unknown|none|nil|n\W?a\W?|various|several|tb[acd]|vacant|pending|withheld|void"
    r"|ditto|idem"
    r"|unbekannt|inconnue?|desconocid[oa]|sconosciut[oa]|onbekend|keine?r?|aucune?|nessun[oa]"
    r"|see (?:above|below|notes?|page).*|same as above|as above|anonymous|to be (?:announced"
    r"|confirmed"
    r"|decided|arranged)|dn[fsq])"
    r"|(?:[Nn]ot|[Nn]ever|[Nn]obody|[Nn]o one)(?: [a-z]+){0,3}"
    r"|[Nn]o (?:prize|award|winner|race|contest|competition|match|festival|show|data|entry|entries"
    r"|result"
    r"|title|medal|candidate|name|date|record|event|jury|edition|information"
    r"|champion)s?(?: [a-z]+){0,2}"
    r"|(?:[Ww]as |[Ww]ere )?(?:[Cc]ancelled|[Cc]anceled|[Pp]ostponed|[Aa]bandoned|[Ss]uspended"
    r"|[Ii]nterrupted|[Dd]isqualified|[Ww]ithdrawn)(?: .*)?|[Dd]id not .*)?(?: ?\([^)]*\))?\W*$"
)
_SHARED = re.compile(
    r"\b(?:ties?|tied|shared|joint(?:ly)?|dead heat|ex aequo)\b|[A-Za-z]{3,}/[A-Za-z]{3,}|\s[/;]\s",
    re.I,
)
_TWO = re.compile(r"^[A-ZÀ-Þ]\S+(?: [A-ZÀ-Þ]\S+)+(?:,| and) [A-ZÀ-Þ]\S+ [A-ZÀ-Þ]\S+")
_UNIT = re.compile(r"^(.+?) \(([^()\d]{1,20})\)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the questions of one table have in common."""

    reading: Reading
    heading: str
    header: tuple[str, ...]
    of: str
    """The one thing that the table is about, with its article; "" if that is not clear."""
    people: frozenset[int] = frozenset()
    """The columns that hold people."""

    def tied(self, row: Sequence[str]) -> bool:
        """Whether a row names no winner, or more than one, so that nothing of it has one answer."""
        columns = [n for n, name in enumerate(self.header) if _WINNER.match(name)]
        return any(is_gap(row[n]) for n in columns)

    @property
    def won(self) -> bool:
        """Whether its rows are winners of that thing."""
        told = any(_WINNER.match(name) for name in self.header) or _WINNERS.search(self.heading)
        return bool(self.of and told)

    def by_year(self, column: int, year: str, value: str) -> str:
        """Ask for a cell from the year that its row begins with; "" if no sentence fits."""
        header, noun = self.header[column], small(self.header[column])
        if not self.of:
            return ""
        if _WINNER.match(header):
            return f"Who won {self.of} in {year}?"
        if self.won and header.lower() in words("work"):
            return f"Which {noun} won {self.of} in {year}?"
        if self.won and _VOTES.match(header) and _FIGURE.match(value):
            return f"With how many {noun} was {self.of} won in {year}?"
        if self.won and _RESULT.match(header):
            return f"What was the winning {noun} of {self.of} in {year}?"
        if self.won and _LAND.match(header):
            return f"From which country was the winner of {self.of} in {year}?"
        if self.won:
            person = self.reading.known.is_person(value) and role_of(header)
            return f"Who was the {noun} of the winner of {self.of} in {year}?" if person else ""
        if _MEASURED.match(header) or (role_of(header) and not self._tells_rows()):
            return f"{self.who(column, value, past=True)} of {self.of} in {year}?"
        if self._names_rows(header):
            return f"Which {noun} of {self.of} dates from {year}?"
        return ""

    def year_of(self, column: int, value: str) -> str:
        """Ask for the year that a row begins with, from a cell; "" if no sentence fits."""
        header, noun = self.header[column], small(self.header[column])
        if re.match(r"\d", value):
            return ""  # a bare figure tells nobody which row is meant
        if _EVENT.match(header) and not self.won:
            return self._happened(value)
        if not self.of:
            return ""
        if _WINNER.match(header):
            return f"In which year did {value} win {self.of}?"
        if self.won and header.lower() in words("work"):
            return f'In which year did the {noun} "{value}" win {self.of}?'
        if self.won and _LAND.match(header):
            return f"In which year was the winner of {self.of} from {value}?"
        rows = self._names_rows(header) and fold(value).endswith(fold(header)) and not self.won
        return f"In which year was the {value} of {self.of}?" if rows else ""

    def _happened(self, event: str) -> str:
        """Ask when an event took place; one without a name in it needs to be told of what."""
        if any(True for _ in names_in(f"x {event}")):
            return f"In which year did this happen: {event}?"
        lead = f"{self.of[:1].upper()}{self.of[1:]}"
        return f"{lead}: in which year did this happen: {event}?" if lead else ""

    def who(self, column: int, value: str, *, past: bool = False) -> str:
        """Begin a question: "What is the length" or, for a person's part, "Who was the carver"."""
        noun = small(self.header[column])
        known = self.reading.known.is_person(value)
        person = known or role_of(noun) or column in self.people
        many = not person and _many(noun)
        if past or noun.split()[-1] in _MAKERS:
            verb = "were" if many else "was"
        else:
            verb = "are" if many else "is"
        return f"{'Who' if person else 'What'} {verb} the {noun}"

    def asked(self, column: int, value: str, told: str) -> str:
        """Ask for a cell of a row that is called so; "" where no sentence fits."""
        noun = small(self.header[column])
        if _many(noun) and _FIGURE.match(value):
            return "" if _TIME.match(noun) else f"How many {noun} does {told} have?"
        if _LAND.match(self.header[column]) and 0 in self.people:
            return f"Which country is {told} from?"
        part = _AND_THEIR.search(self.heading)
        if part and noun in _HANDS and part["part"].lower() in map(small, self.header):
            return f"Who {_HANDS[noun]} the {part['part'].lower()} of {told}?"
        return f"{self.who(column, value)} of {told}?"

    def having(self, column: int, value: str, key: str) -> str:
        """Ask which row has a cell; "" where no sentence fits."""
        noun = small(self.header[column])
        if _many(noun) and _FIGURE.match(value):
            return "" if _TIME.match(noun) else f"Which {key} has {value} {noun}?"
        if _LAND.match(self.header[column]) and 0 in self.people:
            return f"Which {key} is from {value}?"
        if 0 in self.people:
            return f"Which {key} is listed with the {noun} {value}?"
        return f"Which {key} has {value} as its {noun}?"

    def key(self) -> str:
        """The noun for a row, with what it is a part of; "" if that is not clear."""
        noun = small(self.header[0])
        if not _WITHIN.match(noun):
            return noun
        if told := re.search(rf"\b{noun}s? of (an? [a-z ]+|the [\w ]+)$", self.heading, re.I):
            return f"{noun} of {told[1]}"
        whole = re.search(r"\b([A-Za-z]?[a-z]+)s$", self.heading)
        if whole and not whole[1].endswith("s") and fold(whole[1]) != fold(noun):
            article = "an" if whole[1][0].lower() in "aeiou" else "a"
            return f"{noun} of {article} {whole[1].lower()}"
        return f"{noun} of {self.of}" if self.of else ""

    def _tells_rows(self) -> bool:
        """Whether a column says what each row is, so that the others are about that."""
        return any(self._names_rows(name) and not role_of(name) for name in self.header)

    def _names_rows(self, header: str) -> bool:
        """Whether the heading is the plural of a column: "Eruptions" of "Eruption"."""
        last = fold(self.heading).split()[-1:] or [""]
        return last[0] in (f"{fold(header)}s", f"{fold(header)}es")


def frame(
    reading: Reading, heading: str, header: tuple[str, ...], rows: Sequence[Sequence[str]] = ()
) -> Frame:
    """See what a table is about: the one name in its heading, else in the document's title."""
    people = {
        column
        for column in range(len(header))
        if (cells := [row[column] for row in rows if not is_gap(row[column])])
        and sum(map(_is_full_name, cells)) * 2 > len(cells)
    }
    return Frame(reading, heading, header, subject_of(reading, heading), frozenset(people))


def _is_full_name(cell: str) -> bool:
    """Whether a cell can only be a person: a given name and a surname."""
    parts = cell.split()
    capitals = len(parts) > 1 and all(part[:1].isupper() for part in parts)
    return (
        capitals
        and parts[0] in words("given")
        and not words("institution") & set(cell.lower().split())
    )


def _many(noun: str) -> bool:
    """Whether a header is a plural: goods, pages, spans."""
    return " " not in noun and bool(re.search(r"[^sui]s$", noun)) and noun not in _ONE


def measured(header: str) -> tuple[str, str]:
    """A header without the unit in its brackets, and that unit: "Length (m)"."""
    found = _UNIT.match(header)
    return (found[1], found[2]) if found else (header, "")


def role_of(header: str) -> bool:
    """Whether a header is a person's part: "Carver", "Head coach", "Mayor"."""
    last = header.lower().split()[-1:]
    return bool(last) and (last[0] in words("role") | words("kin") or last[0] in _MAKERS)


def small(header: str) -> str:
    """A header within a sentence; a capital that is a name's own stays: Latin name."""
    head, _, rest = header.partition(" ")
    return header if head in _KEPT or head.isupper() else f"{head.lower()} {rest}".strip()


def is_gap(text: str) -> bool:
    """Whether a cell holds no answer: "n/a", "not awarded", a dash; or more than one, in a tie."""
    return bool(_GAP.match(text) or _SHARED.search(text) or _TWO.match(text))


def is_land(header: str) -> bool:
    """Whether a header says where somebody is from."""
    return bool(_LAND.match(header))


def is_year(text: str) -> bool:
    """Whether a cell is a year and nothing else."""
    return bool(re.fullmatch(YEAR, text))
