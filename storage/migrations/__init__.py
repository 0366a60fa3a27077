"""How a database gets, step by step, from what it was to what `storage.models` says. Run by `storage.migrate`."""
