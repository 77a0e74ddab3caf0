"""Measure what a trained model adds to the judge, by kinds of sets that it was fitted on and not.

    python -m training.measure --model FOLDER [--most 60] [--final]

The first table has the AUROC of the judge's score, of the model and of both stacked by set, the second the means by
kind, and the shares of right and wrong claims called supported: by the judge as it is, then with the model, at the cut
that supports as many right ones. Differences have 95 % intervals over samples of the groups of each set. Needs the
extras `model` and `train` and the shared data beside the checkout.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.judging.figures import FIGURES, Columns, Mean, difference, mean
from benchmarks.judging.options import chosen, parser_of
from benchmarks.judging.sets import Record, families
from benchmarks.judging.systems import Outcome
from claims.support.checker import observe
from claims.support.entailment.premises import premises
from claims.support.index.indexing import make_page
from claims.support.scoring.model import shipped
from crawler.entailment.worker import Run
from training.provenance import Provenance
from training.stacking import Answer, Answers, columns, kinds, matching_cut, stacked


def asked(sets: Mapping[str, Sequence[Record]], run: Run) -> dict[str, list[Answer]]:
    """Ask the judge and the model about every record that has a text to read, as the judge asks it."""
    found = {}
    for name, records in sets.items():
        pages = [(record, page) for record in records if (page := make_page(record.source)).forms]
        seen = [(record, observe(shipped(), record.statement, [page])) for record, page in pages]
        rows = [(record, each.signals, premises(each.seen)) for record, each in seen]
        said = iter(run([(premise, record.claim) for record, _, read in rows for premise in read]))
        found[name] = [
            Answer(record=record, signals=signals, probability=max((next(said) for _ in read), default=None))
            for record, signals, read in rows
        ]
    return found


def by_set(answers: Answers, fitted: Sequence[str]) -> Iterator[str]:
    """The AUROC of every set: the judge, the model, both."""
    yield "set\tfamily\tfitted\trows\tjudge\tmodel\tboth"
    systems = _systems(answers, fitted)
    for name, rows in answers.items():
        aurocs = (f"{_value(mean({name: system[name]}), 'auroc'):.3f}" for system in systems)
        yield "\t".join([name, families()[name], "yes" if name in fitted else "no", str(len(rows)), *aurocs])


def by_kind(answers: Answers, fitted: Sequence[str]) -> Iterator[str]:
    """The means of every kind of sets, with what the model changes."""
    yield "kind\tsets\tjudge\tmodel\tboth\tgain\tright\twrong\tright, model\twrong, model\tdifference"
    systems, signals = _systems(answers, fitted), stacked(answers, fitted)
    for kind, names in kinds(answers, fitted).items():
        judge, model, both = ({name: system[name] for name in names} for system in systems)
        right = _value(mean(judge), "true_supported")
        of_kind = {name: signals[name] for name in names}
        after = columns(answers, of_kind, matching_cut(answers, of_kind, right))
        aurocs = [f"{_value(mean(each), 'auroc'):.3f}" for each in (judge, model, both)]
        shares = [
            f"{_value(mean(each), share):.3f}"
            for each in (judge, after)
            for share in ("true_supported", "false_supported")
        ]
        change = difference(judge, after)
        yield "\t".join(
            [kind, str(len(names)), *aurocs, _interval(change, "auroc"), *shares, _interval(change, "false_supported")]
        )


def _systems(answers: Answers, fitted: Sequence[str]) -> tuple[dict[str, Columns], ...]:
    """The columns of the judge, of the model alone, and of both."""
    alone = {
        name: Columns.of([row.record for row in rows], [Outcome(row.probability or 0.0, "", 0.0) for row in rows])
        for name, rows in answers.items()
    }
    judge = columns(answers, {name: [row.signals for row in rows] for name, rows in answers.items()})
    return judge, alone, columns(answers, stacked(answers, fitted))


def _value(found: Mean, figure: str) -> float:
    return float(found.value[FIGURES.index(figure)])


def _interval(found: Mean, figure: str) -> str:
    value, low, high = (float(each[FIGURES.index(figure)]) for each in (found.value, found.low, found.high))
    return f"{value:+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    """Measure what the command line asks for."""
    parser = parser_of("training.measure", __doc__)
    parser.set_defaults(most=60)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model")
    options = parser.parse_args()
    from crawler.entailment.forms import Form
    from crawler.entailment.runner import Runner  # PyTorch takes seconds to import

    provenance = Provenance.read(options.model)
    about, sets = chosen(options)
    readable = {name: rows for name, rows in sets.items() if rows[0].lang in provenance.languages}
    print(f"{about}; {len(readable)} sets are in a language that the model reads\n", flush=True)
    answers = asked(readable, Runner(options.model, Form.NLI))
    print("\n".join([*by_set(answers, provenance.sets), "", *by_kind(answers, provenance.sets)]))


if __name__ == "__main__":
    main()
