"""Find tests that read a clock: their outcome would depend on the load of the machine.

`python -m tools.clocks [FOLDER...]` prints each place as `file:line: clock` and exits with 1 where there is one.
Speed belongs in `benchmarks/`; a test counts work instead, or takes the time as an argument.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

CLOCKS = {
    "time": {"time", "monotonic", "perf_counter", "process_time", "thread_time"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "anyio": {"current_time"},
}
"""The functions that read a clock, by the name of the module or class that has them."""


def clocks(code: str) -> Iterator[tuple[int, str]]:
    """Yield the line and name of each clock that Python code reads or imports, variants in nanoseconds included."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                names = [name]
            case ast.ImportFrom(module=str(owner), names=imported):
                names = [alias.name for alias in imported]
            case _:
                continue
        for name in names:
            if name.removesuffix("_ns") in CLOCKS.get(owner, ()):
                yield node.lineno, f"{owner}.{name}"


def main() -> None:
    """Check the folders that the command line names, else `tests`."""
    folders = sys.argv[1:] or ["tests"]
    found = [
        f"{path}:{line}: {clock}"
        for folder in folders
        for path in sorted(Path(folder).rglob("*.py"))
        for line, clock in clocks(path.read_text(encoding="utf-8"))
    ]
    print("\n".join([*found, f"{len(found)} clocks in tests"]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
