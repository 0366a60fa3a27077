"""Run by Alembic each time it needs a database; `storage.migrate` gives it the connection, in an open transaction."""

from alembic import context

from storage.models import Row

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True)
context.run_migrations()
