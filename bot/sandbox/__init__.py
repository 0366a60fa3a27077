"""A small Slack workspace on this machine: where the demo runs and what the tests talk to."""
