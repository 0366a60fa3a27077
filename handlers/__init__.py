"""The complete list of what the bot reacts to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from slack_bolt.async_app import AsyncApp

from handlers import (
    activities,
    arrears,
    calendar_feeds,
    channel_posts,
    deficiencies,
    digests,
    handovers,
    help,
    home,
    leaving,
    members,
    mine,
    occurrences,
    outcomes,
    people,
    plan_files,
    preferences,
    profiles,
    progress,
    reminders,
    school_holidays,
    shared_questions,
    shortcuts,
    year_plan,
    year_wheel,
)
from handlers.routing import Router, Tables, changes, reads
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
    "plan": reads(occurrences.plan),
    "planera": reads(occurrences.plan),
    "arshjul": reads(year_wheel.show),
    "skollov": reads(school_holidays.show),
    "personer": reads(members.show),
    "kanal": reads(channel_posts.form),
    "export": reads(plan_files.export),
    "mall": reads(plan_files.template),
    "installningar": reads(preferences.show),
    "kalender": reads(calendar_feeds.show),
}
ACTIONS = {
    "outcome_add": reads(outcomes.add),
    "outcome_change": reads(outcomes.change),
    "outcome_confirm": changes(outcomes.confirm),
    "outcome_forget": changes(outcomes.forget),
    "outcome_form": reads(outcomes.form),
    "outcome_more": reads(outcomes.more_rows),
    "outcome_not_done": reads(outcomes.not_done),
    "outcome_pick": changes(outcomes.pick),
    "outcome_pick_unplanned": changes(outcomes.pick_unplanned),
    "outcome_reason": changes(outcomes.reason),
    "outcome_settle": changes(outcomes.settle),
    "outcome_undo": changes(outcomes.undo),
    "report_fill": reads(shortcuts.fill),
    "deficiency_list": reads(deficiencies.show),
    "deficiency_form": reads(deficiencies.form),
    "progress_show": reads(progress.open_),
    "progress_details": reads(progress.details),
    "reminder_later": reads(reminders.later),
    "reminder_snooze": changes(reminders.snooze),
    "reminder_time": reads(reminders.time_form),
    "reminder_not_there": changes(reminders.not_there),
    "reminder_unknown": changes(reminders.does_not_know),
    "reminder_ask_again": changes(reminders.ask_again),
    "reminder_close": changes(reminders.close),
    "occurrence_list": reads(occurrences.overview),
    "occurrence_plan": reads(occurrences.plan_form),
    "occurrence_move": reads(occurrences.move_form),
    "occurrence_cancel": reads(occurrences.cancel_form),
    "occurrence_people": reads(occurrences.people_form),
    "activity_people": reads(activities.form),
    "activity_protect": changes(activities.protect),
    "year_plan_form": reads(year_plan.form),
    "year_plan_again": reads(year_plan.again),
    "year_wheel_show": reads(year_wheel.show),
    "year_wheel_month": reads(year_wheel.month),
    "school_holiday_list": reads(school_holidays.show),
    "school_holiday_form": reads(school_holidays.form),
    "school_holiday_remove": changes(school_holidays.remove),
    "handover_form": reads(handovers.form),
    "handover_accept": changes(handovers.accept),
    "handover_decline": changes(handovers.decline),
    "handover_withdraw": changes(handovers.withdraw),
    "digest_question": reads(digests.question),
    "shared_settle": changes(shared_questions.settle),
    "shared_later": changes(shared_questions.later),
    "shared_not_there": changes(shared_questions.not_there),
    "shared_ask_again": changes(shared_questions.ask_again),
    "shared_close": changes(shared_questions.close),
    "arrears_show": reads(arrears.show),
    "mine_show": reads(mine.show),
    "mine_reports": reads(mine.reports),
    "home_search": reads(home.search),
    "help_show": reads(help.show),
    "outcome_ask": reads(outcomes.report),
    "progress_ask": reads(progress.show),
    "people_about": reads(people.about),
    "people_ask": changes(people.ask),
    "people_add": reads(people.add_form),
    "people_decline": changes(people.decline),
    "preferences_form": reads(preferences.form),
    "absence_remove": changes(preferences.remove_absence),
    "members_list": reads(members.show),
    "members_form": reads(members.form),
    "members_end": changes(members.end),
    "leaving_form": reads(leaving.form),
    "channel_stop": changes(channel_posts.stop),
    "plan_file_export": reads(plan_files.export_one),
    "plan_file_save": changes(plan_files.save),
    "plan_file_forget": changes(plan_files.forget),
    "calendar_all": reads(calendar_feeds.everything),
    "calendar_busy": changes(calendar_feeds.busy),
    "calendar_close": changes(calendar_feeds.close),
    "calendar_one": reads(calendar_feeds.one),
    "calendar_renew": changes(calendar_feeds.renew),
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
    "year_plan": reads(year_plan.preview),
    "year_plan_save": changes(year_plan.save),
    "school_holidays": changes(school_holidays.add),
    "handover": changes(handovers.ask),
    "people_add": changes(people.submit_add),
    "reminder_time": changes(reminders.submit_time),
    "preferences": changes(preferences.submit),
    "members_give": changes(members.give),
    "leaving": changes(leaving.submit),
    "channel_post": changes(channel_posts.ask),
}
SHORTCUTS = {
    "report": reads(shortcuts.report),
    "report_message": reads(shortcuts.report_message),
    "activity_from_message": reads(shortcuts.new_activity),
}
TABLES = Tables(
    commands=COMMANDS,
    question=reads(progress.show),
    line=changes(outcomes.line),
    held_back=changes(outcomes.held_back),
    actions=ACTIONS,
    views=VIEWS,
    shortcuts=SHORTCUTS,
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
) -> Router:
    router = Router(_told(undo_within, public_url), db, now)
    router.register(app)
    return router


def _told(undo_within: timedelta, public_url: str | None) -> Tables:
    """Some handlers depend on settings."""
    feeds = calendar_feeds
    own = {
        "outcome_undo": changes(partial(outcomes.undo, within=undo_within)),
        "calendar_busy": changes(partial(feeds.busy, public_url=public_url)),
        "calendar_close": changes(partial(feeds.close, public_url=public_url)),
        "calendar_renew": changes(partial(feeds.renew, public_url=public_url)),
    }
    calendar = {"kalender": reads(partial(feeds.show, public_url=public_url))}
    return replace(TABLES, commands=COMMANDS | calendar, actions=ACTIONS | own)
