"""Those who act in an agreement, as their names can stand in a sentence."""

from bot.domain.agreement_text.patterns import group

_ENDINGS = group(r"""
    förvaltning(?:en|ar|arna)
    tjänst(?:en)?
    bostäder
    bolag(?:et|en)?
    skola(?:n)?
    skolor(?:na)?
    grupp(?:en)?
    vandrar(?:e|na)
    fält(?:are|arna|assistent(?:er|erna)?)
    sekreterar(?:e|en|na)
    förening(?:en|ar|arna)
    vakt(?:er|erna)?
    värd(?:ar|arna)
    ledar(?:e|na|en)
    vårdar(?:e|na)?
    samordnar(?:e|en|na)?
    personal(?:en)?
    råd(?:et)?
    enhet(?:en)?
    kontor(?:et)?
    nämnd(?:en)?
    fastighetsägar(?:e|na)
    elevhälsa(?:n)?
    rektor(?:er|erna)?
    verket
    polis(?:en|er|erna|myndigheten|området)?
    kommun(?:en|erna)?
    kyrka(?:n)?
    föreningsliv(?:et)?
    näringsliv(?:et)?
    part(?:er|erna)?
    team(?:et)?
    kurator(?:er)?
    lärare
    region(?:en)?
    ansvarig(?:a)?
    handläggare
    strateg(?:en)?
    chef(?:en|er)?
    företagare
    arrangörer(?:na)?
    gård(?:en|ar|arna)
    bibliotek(?:et|en)?
    stad(?:en)?
    stadsdel(?:en)?
    volontärer(?:na)?
    krögar(?:e|na)
    bevakningen
    styrelsen
    butiker(?:na)?
    klubb(?:en|ar|arna)?
    (?<!gång)vandrar(?:e|na)
    idkar(?:e|na)
    väktar(?:e|na)
    vuxna
""")  # fmt: skip
ACTOR = group(rf"""
    Region (?-i:[A-ZÅÄÖ])\w+
    vi
    båda
    man
    [\w-]*{_ENDINGS}
    (?-i:[A-ZÅÄÖ])[\w-]+ (?:kommun|stad)
""")  # fmt: skip
