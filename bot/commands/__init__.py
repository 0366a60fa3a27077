"""What python -m bot can do beside running: a module for each command."""
