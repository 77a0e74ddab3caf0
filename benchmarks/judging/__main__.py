"""Measure the judge and its peers on a part of every judged set, and print the tables.

    python -m benchmarks.judging [--part fitting|choosing] [--final] [--out FILE] [--against FILE]

Needs the extras `fit` and `peers` and the shared data beside the checkout. The choosing part is for choosing rules and
thresholds, as often as needed; the final part is for one look, when nothing is left to choose.
"""

import json
from pathlib import Path

from benchmarks.judging.options import chosen, parser_of
from benchmarks.judging.report import Run, against, by_mean, by_set, environment, in_words, summary
from benchmarks.judging.systems import JUDGE, PEERS, run


def main() -> None:
    """Run what the command line asks for."""
    parser = parser_of("benchmarks.judging", __doc__)
    parser.add_argument("--no-peers", action="store_true", help="the judge alone")
    parser.add_argument("--jobs", type=int, default=1, help="processes (%(default)s)")
    parser.add_argument("--against", type=Path, metavar="FILE", help="print how this run differs from an earlier one")
    options = parser.parse_args()
    about, records = chosen(options)
    flat = [record for rows in records.values() for record in rows]
    outcomes = {}
    for system in [JUDGE] if options.no_peers else [JUDGE, *PEERS]:
        said = iter(run(system, flat, options.jobs))
        outcomes[system] = {name: [next(said) for _ in rows] for name, rows in records.items()}
    found = Run(records, outcomes)
    print(f"{in_words(environment())}\n{about}\n")
    print("\n".join([*by_set(found), *by_mean(found)]))
    if options.out:
        written = {"environment": environment(), "about": about, "figures": summary(found), "rows": found.written()}
        options.out.write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    if options.against:
        print("\n" + "\n".join(against(json.loads(options.against.read_text("utf-8"))["rows"], found.written())))


if __name__ == "__main__":
    main()
