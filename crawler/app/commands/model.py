"""`citewatch model`: list, install, verify, remove or calibrate local entailment models."""

import argparse
import codecs
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from claims.errors import ConfigurationError, InputError
from claims.support import default_checker
from claims.support.index.page import Page
from claims.support.interface import Statement
from crawler.app.commands.check import opened, source_of
from crawler.entailment.installed import (
    Calibrated,
    damaged,
    installed,
    models_folder,
    record_of,
    remove,
    write_calibration,
)
from crawler.entailment.open_model import chosen_model, open_model
from crawler.entailment.published import named, published
from crawler.settings import Settings

DAMAGED = WORSE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One line of a file to calibrate with: a claim, a text, and whether the text fully supports the claim."""

    claim: str
    text: str
    supported: bool
    title: str = ""
    context: str = ""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what `options.action` names with the models in the store of `settings`.

    Returns:
        1 if `verify` finds a damaged model or `calibrate` no improvement, else 0.

    Raises:
        claims.errors.UsageError: the model is unknown, not installed or damaged, or the extra `model` is missing.
        claims.errors.UnfinishedError: the hub cannot be reached.
    """
    match options.action:
        case "list":
            return _list(settings)
        case "install":
            return _install(options.name, options.revision, settings)
        case "verify":
            return _verify(options.name, settings)
        case "remove":
            remove(models_folder(settings.store), options.name)
            return 0
        case _:
            return _calibrate(options.file, settings)


def _list(settings: Settings) -> int:
    records = {record.name: record for record in installed(models_folder(settings.store))}
    latest = next(iter(records), None)
    for model in published().values():
        record = records.get(model.name)
        state = f"installed, revision {record.revision}" if record else "not installed"
        used = "; used unless --entailment-model says otherwise" if model.name == latest else ""
        print(f"{model.name}: {state}{used}")
        print(f"  {model.repository}, {model.licence}, {model.parameters} parameters, {model.megabytes} MB of weights")
        print(f"  languages: {model.languages}")
        print(f"  published, not measured here: {model.figure}")
        print(f"  {model.remark}")
    return 0


def _install(name: str, revision: str | None, settings: Settings) -> int:
    from crawler.entailment.download import install

    model = named(name)
    print(f"{model.repository}: about {model.megabytes} MB, licence {model.licence}.", file=sys.stderr)
    record = install(model, revision, models_folder(settings.store))
    print(f"Installed {name}, revision {record.revision}, in {models_folder(settings.store) / name}.")
    return 0


def _verify(name: str | None, settings: Settings) -> int:
    folder = models_folder(settings.store)
    status = 0
    for record in [record_of(folder, name)] if name else installed(folder):
        wrong = damaged(folder / record.name, record.files)
        print(f"{record.name} {record.revision}: {'damaged: ' + ', '.join(wrong) if wrong else 'as installed'}")
        status = DAMAGED if wrong else status
    return status


def _calibrate(file: str, settings: Settings) -> int:
    from crawler.entailment.calibrating import calibrate, refuse_few, weigh

    chosen = chosen_model(settings)
    with open_model(settings) as model:
        if model is None or chosen is None:
            raise ConfigurationError(
                "there is no model to calibrate.", mend="`citewatch model list` shows those there are."
            )
        judged = list(_judged(file))
        try:
            refuse_few([supported for _, _, supported in judged])  # before the model is loaded
            outcome = calibrate(weigh(judged, model))
        except ValueError as error:
            raise InputError(f"{error}.", place=file) from error
    print(
        f"{outcome.pairs} pairs; in order of score, a supported one comes before another in {outcome.before:.1%} of "
        f"cases without the model and {outcome.after:.1%} with it (cross-validated)."
    )
    if outcome.after <= outcome.before:
        print("The model brings nothing on these pairs; no calibration was kept.", file=sys.stderr)
        return WORSE
    folder, record = chosen
    write_calibration(
        folder,
        Calibrated(
            revision=record.revision,
            checker=default_checker(settings.strictness).name,
            pairs=outcome.pairs,
            calibration=outcome.calibration,
        ),
    )
    return 0


def _judged(file: str) -> Iterator[tuple[Statement, Page, bool]]:
    checker = default_checker()
    with opened(file) as lines:
        for number, line in enumerate(lines, start=1):
            line = line.removeprefix(codecs.BOM_UTF8)
            if not line.strip():
                continue
            try:
                row = msgspec.json.decode(line, type=Judged)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                mend = 'Each line is a JSON object with "claim", "text" and "supported", which is true or false.'
                raise InputError(f"not a judged pair: {error}.", place=f"{file}, line {number}", mend=mend) from error
            statement = Statement(text=row.claim, context=row.context, title=row.title)
            yield statement, checker.index(source_of(row.text)), row.supported
