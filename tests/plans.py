"""A small plan, and files made of it."""

from dataclasses import replace

from bot.domain.agreement_file import ActivityEntry, AgreementFile, load_yaml, read_agreement

TEXT = """\
nyckel: timra_2027
typ: medborgarlöfte
titel: Medborgarlöfte för Timrå 2027
kommuner: [Timrå]
parter:
  - {namn: Polisen i Medelpad, typ: polis}
  - {namn: Timrå kommun, typ: kommun}
period: {från: 2027-01-01, till: 2027-12-31}
fokusområden:
  - titel: Trygghet
    aktiviteter:
      - nyckel: vandringar
        titel: Trygghetsvandringar
        slag: trygghetsvandring
        form: tillfällen
        när: vår och höst
        skyddad: false
        leds_av: Timrå kommun
        tillsammans_med: [Polisen i Medelpad]
        plats: Timrå centrum
        mål:
          - {antal: 2, enhet: vandringar, per: år, ursprung: utlovat}
          - {antal: 4, enhet: vandringar, per: år, ursprung: planerat, beslutat_av: rådet, beslutat: 2026-11-02}
      - nyckel: kontroller
        titel: Trafikkontroller
        slag: trafikkontroll
        form: tillfällen
        när: varje fredag kl. 22–01
        skyddad: true
        leds_av: Polisen i Medelpad
        plats: E4 Sörberge
"""


def plan() -> AgreementFile:
    return read_agreement(load_yaml(TEXT))


def with_activities(file: AgreementFile, *activities: ActivityEntry) -> AgreementFile:
    [area] = file.focus_areas
    return replace(file, focus_areas=(replace(area, activities=activities),))


def retitled(file: AgreementFile, title: str) -> AgreementFile:
    """Its first activity."""
    first, *others = file.activities
    return with_activities(file, replace(first, title=title), *others)
