"""Everything a user reads in Slack: rows in, blocks out, as plain dicts. Reading a form sits beside building it."""
