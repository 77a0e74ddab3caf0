"""Change one constant or comparison at a time, and see whether a test fails: `python -m tools.mutate FILE...`.

For each mutant only the mirrored tests run, in a copy of the checkout: for `crawler/net/client.py` those in
`tests/crawler/net/test_client*.py`, for a file without tests of its own those of its folder. A mutant that
no test notices survives: it is printed with its place, and is a constant without a test or a test without an assertion.
Numbers below 10 move by 1, others by a quarter; comparisons lose or gain the case of equality, or turn round. Constants
in f-strings, in regular expressions and in data files stay as they are. docs/mutation.md has the last results.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
PATIENCE = 10
"""Times as long as the unchanged code takes that a mutant may run; one that takes longer loops, and is killed."""

STEP = 1.25
SMALL = 10
SWAPS = {
    ast.Lt: (b"<", b"<="), ast.LtE: (b"<=", b"<"), ast.Gt: (b">", b">="), ast.GtE: (b">=", b">"),
    ast.Eq: (b"==", b"!="), ast.NotEq: (b"!=", b"=="), ast.In: (b"in", b"not in"), ast.NotIn: (b"not in", b"in"),
    ast.Is: (b"is", b"is not"), ast.IsNot: (b"is not", b"is"),
}  # fmt: skip
"""Each comparison as it is written, and what takes its place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a file, at an offset in octets."""

    path: Path
    line: int
    start: int
    old: bytes
    new: bytes

    def applied(self, code: bytes) -> bytes:
        """The file's code with the change in it."""
        return code[: self.start] + self.new + code[self.start + len(self.old) :]

    def __str__(self) -> str:
        """Place, old text and new text."""
        return f"{self.path}:{self.line}: {self.old.decode()} -> {self.new.decode()}"


def mutants(path: Path, code: bytes, *, constants: bool = False) -> Iterator[Mutant]:
    """Yield every mutant of a Python file, or only those of the numbers in its constants."""
    starts = [0, *(found.end() for found in re.finditer(rb"\n", code))]
    tree = ast.parse(code)
    in_strings = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in _in_constants(tree) if constants else ast.walk(tree):
        if id(node) in in_strings:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
            start, end = starts[node.lineno - 1] + node.col_offset, starts[node.lineno - 1] + (node.end_col_offset or 0)
            for value in _moved(node.value):
                yield Mutant(path, node.lineno, start, code[start:end], repr(value).encode())
        elif isinstance(node, ast.Compare) and not constants:
            sides = [node.left, *node.comparators]
            for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
                begin = starts[(left.end_lineno or 1) - 1] + (left.end_col_offset or 0)
                between = code[begin : starts[right.lineno - 1] + right.col_offset]
                old, new = SWAPS[type(operator)]
                if found := re.search(re.escape(old).replace(rb"\ ", rb"\s+"), between):
                    yield Mutant(path, left.end_lineno or 1, begin + found.start(), found[0], new)


def _in_constants(module: ast.Module) -> Iterator[ast.AST]:
    """Walk through the values that the module itself assigns to names in capitals."""
    for statement in module.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]
            if all(map(str.isupper, names)):
                yield from ast.walk(statement.value)


def _moved(value: float) -> set[float]:
    """The next plausible values below and above."""
    if isinstance(value, int):
        return {value - 1, value + 1} if value < SMALL else {round(value / STEP), round(value * STEP)}
    return {round(value / STEP, 6), round(value * STEP, 6)} if value else {0.1}


def tests_of(path: Path, checkout: Path) -> tuple[str, ...]:
    """Return the mirrored tests of a file: its own test files, or the folder's where it has none."""
    folder = Path("tests") / path.parent
    own = [*checkout.glob(f"{folder}/test_{path.stem}.py"), *checkout.glob(f"{folder}/test_{path.stem}_*.py")]
    return tuple(str(each.relative_to(checkout)) for each in own) or (str(folder),)


def copy_of_checkout(folder: Path) -> Path:
    """Copy what git knows or would add to a new folder, with the shared data beside it."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():  # not one that was deleted since
            (folder / "checkout" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / "checkout" / name)
    if (shared := ROOT.parent / "shared").exists():
        (folder / "shared").symlink_to(shared.resolve())
    return folder / "checkout"


def outcome(checkout: Path, tests: tuple[str, ...], seconds: float) -> str:
    """Run tests in the copy: `survived` where all pass, `killed` where one fails, `too slow` past the seconds."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "too slow"
    return "killed" if done.returncode else "survived"


def main() -> None:
    """Make the mutants that the command line asks for, and report on them."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="Python files, relative to the checkout")
    parser.add_argument("--constants", action="store_true", help="only the numbers in module-level constants")
    parser.add_argument("--sample", type=int, help="only so many mutants, drawn at random over all files")
    parser.add_argument("--seed", type=int, default=1, help="seed of the sample (default 1)")
    parser.add_argument("--minutes", type=float, default=60, help="stop after so long (default 60)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        checkout = copy_of_checkout(Path(name))
        every = [mutant for path in asked.files for mutant in in_order(path, checkout, constants=asked.constants)]
        report(drawn(every, asked.sample, asked.seed), checkout, 60 * asked.minutes)


def in_order(path: Path, checkout: Path, *, constants: bool) -> list[Mutant]:
    """The mutants of a file of the checkout, in the order of the code."""
    found = mutants(path, (checkout / path).read_bytes(), constants=constants)
    return sorted(found, key=lambda mutant: (mutant.start, mutant.new))


def drawn(every: list[Mutant], sample: int | None, seed: int) -> list[Mutant]:
    """All mutants, or a random sample of them, in their order."""
    count = min(sample or len(every), len(every))
    return [every[place] for place in sorted(random.Random(seed).sample(range(len(every)), count))]


def report(chosen: list[Mutant], checkout: Path, seconds: float) -> None:
    """Run the tests on each mutant until the time is up; print those that survive, and a summary."""
    begun = monotonic()
    counts: Counter[str] = Counter()
    limits: dict[tuple[str, ...], float] = {}
    for mutant in chosen:
        if monotonic() - begun > seconds:
            break
        tests, file = tests_of(mutant.path, checkout), checkout / mutant.path
        if tests not in limits:
            started = monotonic()
            if outcome(checkout, tests, 600) != "survived":
                sys.exit(f"{' '.join(tests)} fails before anything is changed")
            limits[tests] = PATIENCE * (monotonic() - started)
        code = file.read_bytes()
        file.write_bytes(mutant.applied(code))
        found = outcome(checkout, tests, limits[tests])
        file.write_bytes(code)
        counts[found] += 1
        if found == "survived":
            print(mutant, flush=True)
    ends = ", ".join(f"{end} {counts[end]}" for end in ("killed", "too slow", "survived"))
    print(f"{counts.total()} of {len(chosen)} mutants: {ends}; {monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
