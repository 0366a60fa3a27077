"""How methods read what came as text, and give long lists in pages."""

from bot.sandbox.elements import Json


def flag(args: Json, key: str) -> bool:
    return args.get(key) in (True, "true", "1", 1)


def page(items: list[Json], args: Json, key: str) -> Json:
    start, limit = int(args.get("cursor") or 0), int(args.get("limit") or 100)
    end = start + limit
    cursor = str(end) if end < len(items) else ""
    return {key: items[start:end], "response_metadata": {"next_cursor": cursor}}
