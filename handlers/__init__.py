"""The complete list of what the bot reacts to; its buttons and menus stand in `handlers.actions`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from slack_bolt.async_app import AsyncApp

from bot.domain.permissions import Action
from bot.services.publications_offered import Publishing
from handlers import (
    activities,
    agreements,
    arrears,
    asked_otherwise,
    calendar_feeds,
    channel_posts,
    council,
    deficiencies,
    first_steps,
    follow_up,
    handovers,
    help,
    home,
    invitations,
    leaving,
    members,
    mine,
    occurrences,
    outcomes,
    plan_files,
    preferences,
    profiles,
    progress,
    progress_asking,
    progress_chart,
    progress_sharing,
    publications,
    reminders,
    school_holidays,
    shortcuts,
    statute,
    subscriptions,
    take_out,
    towns,
    year_plan,
    year_wheel,
)
from handlers.actions import ACTIONS
from handlers.routing import Router
from handlers.tables import Tables, changes, reads
from storage.database import Database

COMMANDS = {
    "": reads(mine.show),
    "rapport": changes(outcomes.report),
    "rapportera": changes(outcomes.report),
    "brister": reads(deficiencies.overview),
    "efterhand": reads(arrears.show),
    "hjalp": reads(help.show),
    "mina": reads(mine.show),
    "laget": reads(progress.show),
    "lage": reads(progress.show),
    "diagram": reads(progress_chart.ask),
    "radet": reads(council.show, unless=council.is_report),
    "plan": reads(occurrences.plan),
    "planera": reads(occurrences.plan),
    "arshjul": reads(year_wheel.show),
    "skollov": reads(school_holidays.show),
    "personer": reads(members.show),
    "bjud": reads(invitations.show, screened=False),  # by e-mail address
    "kom": reads(first_steps.show),
    "kanal": reads(channel_posts.form),
    "avtal": reads(agreements.show),
    "aterkoppling": reads(publications.show),
    "export": reads(plan_files.export),
    "lamna": changes(take_out.show, unless=take_out.is_line),
    "mall": reads(plan_files.template),
    "uppfoljning": changes(follow_up.ask, first=follow_up.meant),
    "installningar": reads(preferences.show),
    "kalender": reads(calendar_feeds.show),
}
VIEWS = {
    "outcome": changes(outcomes.submit),
    "outcome_not_done": changes(outcomes.submit_not_done),
    "deficiency": changes(deficiencies.submit),
    "report_line": reads(shortcuts.submit_line),
    "activity_new": changes(shortcuts.submit_activity),
    "occurrence_plan": changes(occurrences.submit_plan),
    "occurrence_move": changes(occurrences.submit_move),
    "occurrence_cancel": changes(occurrences.submit_cancel),
    "occurrence_people": changes(occurrences.submit_people),
    "activity_people": changes(activities.change),
    "agreement_paste": changes(agreements.read_pasted),
    "agreement_activity": changes(agreements.change),
    "agreement_activity_add": changes(agreements.add),
    "agreement_frame": changes(agreements.change_frame),
    "agreement_terminate": changes(agreements.terminate),
    "year_plan": reads(year_plan.preview),
    "year_plan_save": changes(year_plan.save),
    "school_holidays": changes(school_holidays.add),
    "handover": changes(handovers.ask),
    "progress_question": changes(progress_asking.ask),
    "progress_answer": changes(progress_asking.answer),
    "progress_share": changes(progress_sharing.share),
    "reminder_time": changes(reminders.submit_time),
    "statute": changes(statute.submit),
    "preferences": changes(preferences.submit),
    "subscription": changes(subscriptions.subscribe),
    "members_give": changes(members.give),
    "municipality": changes(first_steps.add_municipality),
    "invitation": changes(invitations.submit),
    "invitation_search": reads(invitations.find),
    "leaving": changes(leaving.submit),
    "channel_post": changes(channel_posts.ask),
    "publication_withdraw": changes(publications.withdraw),
    "public_contact": changes(publications.save_contact),
}
SHORTCUTS = {
    "report": reads(shortcuts.report),
    "report_message": reads(shortcuts.report_message),
    "activity_from_message": reads(shortcuts.new_activity),
}
SUGGESTIONS = {
    "school_holidays": partial(towns.offered, action=Action.PLAN),
    "follow_up_show": partial(towns.offered, action=Action.SEE_PROGRESS),
    "year_wheel_show": partial(towns.offered, action=Action.SEE_PROGRESS),
}
TABLES = Tables(
    commands=COMMANDS,
    question=reads(progress.show),
    subscription=changes(subscriptions.wish),
    line=changes(asked_otherwise.line),
    follow_up=changes(asked_otherwise.line, first=asked_otherwise.meant),
    held_back=changes(outcomes.held_back),
    agreement=changes(agreements.text),
    actions=ACTIONS,
    views=VIEWS,
    shortcuts=SHORTCUTS,
    suggestions=SUGGESTIONS,
    home=reads(home.show),
    user_change=changes(profiles.changed),
    concerns_us=profiles.concerns_us,
)


def register(
    app: AsyncApp,
    db: Database,
    now: Callable[[], datetime],
    undo_within: timedelta,
    *,
    public_url: str | None = None,
    publishing: Publishing | None = None,
) -> Router:
    router = Router(_told(undo_within, public_url, publishing or Publishing()), db, now)
    router.register(app)
    return router


def _told(undo_within: timedelta, public_url: str | None, publishing: Publishing) -> Tables:
    """Some handlers depend on settings."""
    feeds = calendar_feeds
    show = reads(partial(feeds.show, public_url=public_url))
    told = partial(publications.show, publishing=publishing)
    own = {
        "outcome_undo": changes(partial(outcomes.undo, within=undo_within)),
        "calendar_busy": changes(partial(feeds.busy, public_url=public_url)),
        "calendar_close": changes(partial(feeds.close, public_url=public_url)),
        "calendar_renew": changes(partial(feeds.renew, public_url=public_url)),
        "calendar_show": show,
        "publication_show": reads(told),
        "publication_preview": reads(partial(publications.preview, publishing=publishing)),
        "publication_publish": changes(
            partial(publications.publish, publishing=publishing),
            first=partial(publications.ready, publishing=publishing),
        ),
        "publication_texts": reads(partial(publications.texts, publishing=publishing)),
        "publication_told": changes(
            partial(publications.told, publishing=publishing),
            first=partial(publications.text_ready, publishing=publishing),
        ),
    }
    commands = COMMANDS | {"kalender": show, "aterkoppling": reads(told)}
    forms = {
        "publication_withdraw": changes(partial(publications.withdraw, publishing=publishing)),
        "public_contact": changes(partial(publications.save_contact, publishing=publishing)),
    }
    return replace(TABLES, commands=commands, actions=ACTIONS | own, views=VIEWS | forms)
