"""Slack's rules for a chart: a pie has segments; bars, lines and areas have series over the categories of an axis."""

from collections.abc import Iterator, Mapping

from bot.sandbox.block_rules_base import Check, Shape, anything, check_object, items, record, string

LABEL = string(20)
SERIES, POINTS = 6, 20


def chart(value: object, at: str, surface: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in CHARTS:
        yield f"{at}/type: {kind!r}, ska vara {' eller '.join(CHARTS)}"
    else:
        yield from check_object(CHARTS[kind], value, at, surface)


def figure(value: object, at: str, _surface: str) -> Iterator[str]:
    if not isinstance(value, int | float) or isinstance(value, bool):
        yield f"{at}: {value!r}, ska vara ett tal"


def _series_fit(value: object, at: str, _surface: str) -> Iterator[str]:
    """Each has its own name, and a point for each category."""
    if not isinstance(value, dict):
        return
    series = [one for one in _list(value.get("series")) if isinstance(one, dict)]
    names = [one.get("name") for one in series]
    if len({*names}) < len(names):
        yield f"{at}/series: två serier heter likadant"
    axis = value.get("axis_config")
    categories = _list(axis.get("categories")) if isinstance(axis, dict) else []
    for index, one in enumerate(series):
        labels = [point.get("label") for point in _list(one.get("data")) if isinstance(point, dict)]
        if labels != categories:
            yield f"{at}/series/{index}/data: etiketterna är inte axelns kategorier"


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


POINT = record(Shape({"label": LABEL, "value": figure}, ("label", "value")))
ONE_SERIES = record(Shape({"name": LABEL, "data": items(POINT, POINTS)}, ("name", "data")))
AXIS: Mapping[str, Check] = {"categories": items(LABEL, POINTS), "x_label": string(50), "y_label": string(50)}
OVER_AXIS = Shape(
    {"type": anything, "series": items(ONE_SERIES, SERIES), "axis_config": record(Shape(AXIS, ("categories",)))},
    ("series", "axis_config"),
    rules=(_series_fit,),
)
PIE = Shape({"type": anything, "segments": items(POINT, SERIES)}, ("segments",))
CHARTS: Mapping[str, Shape] = {"pie": PIE, "bar": OVER_AXIS, "area": OVER_AXIS, "line": OVER_AXIS}
