"""One function per thing a person can do. They take an open session, never commit, and know no Slack."""
