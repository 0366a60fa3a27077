"""The form for what an agreement says of itself, with every question that its text leaves open."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain import agreement_draft_file as rules
from bot.domain.agreement_draft import AgreementDraft, DraftFrame, Way
from bot.domain.agreement_draft_edit import parties_of
from bot.domain.agreement_file import FollowUpEntry, PartyEntry
from bot.domain.agreement_text import Topic
from bot.domain.errors import FieldErrors
from bot.domain.screening import refusal
from bot.domain.swedish import fold, joined, sentence
from bot.domain.swedish_words import every, name
from bot.domain.words import AgreementKind, Basis, FollowUpForm, Per
from bot.views.blocks import Block, View, cut, field, modal, option, radio, select, text_input

Fields = Mapping[str, Any]
LONGEST_TITLE, LONGEST_PARTIES, LONGEST_NAME, LONGEST_OWNER = 150, 1500, 150, 200
OFTEN = (Per.MEETING, Per.MONTH, Per.QUARTER, Per.TERTIAL, Per.HALF_YEAR, Per.YEAR, Per.PERIOD)
UNKNOWN_PLACE = "Jag känner inte till kommunen {name}. Skriv namnet som det står i kommunens namn, utan ”kommun”."
PARTLY = "Räkna det som blev delvis genomfört som gjort"
PARTLY_HINT = (
    "Då räknas varje sådan som 1 mot de utlovade och planerade antalen. Annars räknas den som 0 och visas bredvid. "
    "Det gäller alla rapporter i överenskommelsen, även dem som redan finns."
)
INCOMPLETE_DUTY = "Fyll i hur ofta, hur, vem som ansvarar och till vem, eller lämna alla fyra tomma."


def frame(draft: AgreementDraft, draft_id: int, towns: Sequence[str] | None) -> View:
    """`towns` are those to choose among; None: any may be written. Carries the version that it began with."""
    found = draft.frame
    title = cut(found.title or rules.suggested_title(found), LONGEST_TITLE)
    blocks = [
        field("title", "Titel", text_input(title, longest=LONGEST_TITLE)),
        *(_revision(draft) if draft.way is Way.REVISION else _period(draft, towns)),
        _dated("signed_on", "Undertecknat", found.signed_on, draft, Topic.SIGNED_ON),
        field("parties", "Parter, en på varje rad", _parties(found), hint=_asked(draft, Topic.PARTIES), optional=True),
        field("basis", "Bygger på", _basis(found), optional=True),
        *_follow_up(draft),
        field("partly_counts", "Delvis genomförda", _partly(found), hint=PARTLY_HINT, optional=True),
    ]
    private = f"{draft_id}:{found.version}"
    return modal("agreement_frame", "Om överenskommelsen", blocks, submit="Klart", private=private)


def read(fields: Fields, before: DraftFrame, towns: Collection[str]) -> DraftFrame:
    """What the form did not ask stays. `towns`: the names that are known. Raises FieldErrors."""
    _screen(fields, "title", "parties", "owner", "recipients", "town_names")
    read_ = replace(
        before,
        title=_text(fields, "title"),
        signed_on=_day(fields, "signed_on"),
        parties=_read_parties(fields, before),
        basis=tuple(Basis(word) for word in fields.get("basis") or ()),
        follow_ups=(*_duty(fields), *before.follow_ups[1:]),
        partly_counts=bool(fields.get("partly_counts")),
    )
    if "starts_on" in fields:
        return _read_revision(fields, read_)
    after = _read_period(fields, read_, towns)
    proposed = cut(rules.suggested_title(before), LONGEST_TITLE)
    return replace(after, title=rules.suggested_title(after)) if after.title == proposed else after


def _read_parties(fields: Fields, before: DraftFrame) -> tuple[PartyEntry, ...]:
    found = parties_of(_text(fields, "parties").splitlines(), before.parties)
    if any(len(party.name) > LONGEST_NAME for party in found):
        raise FieldErrors({"parties": f"Skriv en part på varje rad, med högst {LONGEST_NAME} tecken."})
    return found


def _read_period(fields: Fields, frame: DraftFrame, towns: Collection[str]) -> DraftFrame:
    first, last = _day(fields, "first"), _day(fields, "last")
    if first and last and last < first:
        raise FieldErrors({"last": "Sista dagen kan inte komma före den första. Välj en senare dag."})
    kind = AgreementKind(fields["kind"]) if fields.get("kind") else None
    return replace(frame, kind=kind, first=first, last=last, municipalities=_towns(fields, towns))


def _read_revision(fields: Fields, frame: DraftFrame) -> DraftFrame:
    starts = _day(fields, "starts_on")
    if starts and frame.first and frame.last and not frame.first <= starts <= frame.last:
        raise FieldErrors({"starts_on": rules.REVISED_TOO_EARLY})
    return replace(frame, starts_on=starts)


def _towns(fields: Fields, known: Collection[str]) -> tuple[str, ...]:
    if "towns" in fields:
        return tuple(fields["towns"] or ())
    names = {fold(one): one for one in known}
    written = [part.strip() for part in _text(fields, "town_names").replace(" och ", ",").split(",") if part.strip()]
    for part in written:
        if fold(part) not in names:
            raise FieldErrors({"town_names": UNKNOWN_PLACE.format(name=part)})
    return tuple(dict.fromkeys(names[fold(part)] for part in written))


def _revision(draft: AgreementDraft) -> list[Block]:
    return [_dated("starts_on", "Ändringen gäller från", draft.frame.starts_on, draft)]


def _period(draft: AgreementDraft, towns: Sequence[str] | None) -> list[Block]:
    found = draft.frame
    kinds = radio([(one.value, sentence(name(one))) for one in AgreementKind], initial=found.kind)
    return [
        field("kind", "Typ", kinds, hint=_asked(draft, Topic.KIND), optional=True),
        _town_field(draft, towns),
        _dated("first", "Första dagen", found.first, draft, Topic.PERIOD),
        _dated("last", "Sista dagen", found.last, draft),
    ]


def _town_field(draft: AgreementDraft, towns: Sequence[str] | None) -> Block:
    chosen, hint = draft.frame.municipalities, _asked(draft, Topic.MUNICIPALITY)
    if towns is None:
        written = text_input(joined(chosen), longest=300)
        return field("town_names", "Kommun, eller flera", written, hint=hint, optional=True)
    rows = [option(town, town) for town in towns]
    menu: Block = {"type": "multi_static_select", "options": rows}
    ticked = [row for town, row in zip(towns, rows, strict=True) if town in chosen]
    return field("towns", "Kommun", menu | ({"initial_options": ticked} if ticked else {}), hint=hint, optional=True)


def _follow_up(draft: AgreementDraft) -> list[Block]:
    duty = next(iter(draft.frame.follow_ups), None)
    pers = select([(one.value, sentence(every(one))) for one in OFTEN], initial=duty.per if duty else None)
    forms = select([(one.value, sentence(name(one))) for one in FollowUpForm], initial=duty.form if duty else None)
    owner = text_input(duty.owner if duty else "", longest=LONGEST_OWNER)
    recipients = text_input(joined(duty.recipients) if duty else "", longest=LONGEST_OWNER)
    return [
        field("per", "Följs upp", pers, hint=_asked(draft, Topic.CADENCE), optional=True),
        field("form", "Hur", forms, optional=True),
        field("owner", "Vem ansvarar för uppföljningen?", owner, optional=True),
        field("recipients", "Till vem?", recipients, optional=True),
    ]


def _duty(fields: Fields) -> Iterable[FollowUpEntry]:
    per, form, owner, to = (_text(fields, key) for key in ("per", "form", "owner", "recipients"))
    if not any((per, form, owner, to)):
        return
    if not all((per, form, owner, to)):
        raise FieldErrors({"per": INCOMPLETE_DUTY})
    recipients = tuple(part.strip() for part in to.replace(" och ", ",").split(",") if part.strip())
    yield FollowUpEntry(form=FollowUpForm(form), per=Per(per), owner=owner, recipients=recipients)


def _parties(found: DraftFrame) -> Block:
    written = cut("\n".join(party.name for party in found.parties), LONGEST_PARTIES)
    return text_input(written, lines=True, longest=LONGEST_PARTIES)


def _basis(found: DraftFrame) -> Block:
    rows = {one: option(sentence(name(one)), one.value) for one in Basis}
    made: Block = {"type": "checkboxes", "options": list(rows.values())}
    return made | {"initial_options": [rows[one] for one in found.basis]} if found.basis else made


def _partly(found: DraftFrame) -> Block:
    row = option(PARTLY, "yes")
    made: Block = {"type": "checkboxes", "options": [row]}
    return made | {"initial_options": [row]} if found.partly_counts else made


def _dated(key: str, label: str, day: date | None, draft: AgreementDraft, about: Topic | None = None) -> Block:
    picker: Block = {"type": "datepicker"} | ({"initial_date": day.isoformat()} if day else {})
    return field(key, label, picker, hint=_asked(draft, about) if about else "", optional=True)


def _asked(draft: AgreementDraft, about: Topic) -> str:
    return cut(" ".join(one.text for one in draft.questions if one.about is about), 2000)


def _screen(fields: Fields, *keys: str) -> None:
    for key in keys:
        if why := refusal(_text(fields, key)):
            raise FieldErrors({key: why})


def _day(fields: Fields, key: str) -> date | None:
    return date.fromisoformat(fields[key]) if fields.get(key) else None


def _text(fields: Fields, key: str) -> str:
    return (fields.get(key) or "").strip()
