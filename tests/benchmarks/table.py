"""What was measured, to be read in ten seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.measure import Times

Key = tuple[str, str, int]
"""Transport, subject, commands in flight."""


@dataclass(frozen=True)
class Gate:
    """A ratio of two medians from the same run; `most` and `least` are the limits agreed on."""

    name: str
    ratio: float
    most: float | None = None
    least: float | None = None

    @property
    def held(self) -> bool:
        return (self.most is None or self.ratio <= self.most) and (self.least is None or self.ratio >= self.least)

    @property
    def limit(self) -> str:
        return f"at most {self.most:g}" if self.most is not None else f"at least {self.least:g}"


def show(times: Mapping[Key, Times], gates: Sequence[Gate], fsync: float, saved: Mapping[str, int]) -> None:
    rounds = len(next(iter(times.values())).rounds)
    print(f"\n\nAcknowledging a report, ms, median of {rounds} rounds; a flush to this disk takes {fsync:.2f}\n")
    print(f"{'':40}  1 in flight: p50   p99    10 in flight: p50   p99")
    for transport, subject in dict.fromkeys((transport, subject) for transport, subject, _ in times):
        one, ten = times[transport, subject, 1], times[transport, subject, 10]
        name = f"{transport}: {subject}"
        print(f"{name:40}  {one.p50:16.2f} {one.p99:6.2f} {ten.p50:18.2f} {ten.p99:6.2f}")
    print("\nThe bot on SQLite beside the empty app")
    for gate in gates:
        print(f"{'held' if gate.held else 'MISSED':8}{gate.ratio:6.1f} x  ({gate.limit})  {gate.name}")
    print("\nSaved:", ", ".join(f"{name} {number}" for name, number in saved.items()))
    print("PostgreSQL from the wheel runs without fsync; it is shown, not judged.")


def show_gates(gates: Sequence[Gate]) -> None:
    for gate in gates:
        print(f"{'held' if gate.held else 'MISSED':8}{gate.ratio:6.2f}  ({gate.limit})  {gate.name}")
