from alembic import op

from storage.migrations.whole_model.columns import day, index, json, moment, own_id, ref, string, word


def create() -> None:
    publication()
    public_contact()


def publication() -> None:
    op.create_table(
        "publication",
        own_id(),
        ref("municipality_id", "municipality"),
        day("first"),
        day("last"),
        word("form", "publicationform", "page", "article", "post", "press_release"),
        string("content"),
        json("people"),
        ref("published_by_id", "person"),
        moment("published_at"),
        ref("withdrawn_by_id", "person", optional=True),
        moment("withdrawn_at", optional=True),
    )
    index("publication", "municipality_id")


def public_contact() -> None:
    op.create_table(
        "public_contact",
        ref("municipality_id", "municipality", primary_key=True),
        string("authority"),
        string("function"),
        string("reach"),
        word("conformity", "conformity", "full", "partly", "not"),
        string("shortcomings"),
        string("tested"),
        string("supervisor"),
        ref("changed_by_id", "person"),
        moment("changed_at"),
    )
