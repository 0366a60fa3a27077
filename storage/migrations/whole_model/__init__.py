"""The tables as migration 0001 makes them. Frozen once released: a change of the model is a migration of its own."""
