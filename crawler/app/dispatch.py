"""From a parsed command line to the command that it names, importing only what that command needs."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from claims.errors import UsageError
from crawler.app.options.configuration import load
from crawler.app.options.consistency import refuse_without_effect
from crawler.settings import Settings


def dispatch(options: argparse.Namespace) -> int:
    """Run the command that `options` name and return its exit status.

    Raises:
        claims.errors.CitewatchError: the command cannot do what was asked.
    """
    return COMMANDS[options.command](options)


def _settings(options: argparse.Namespace) -> Settings:
    settings = load(vars(options), os.environ, Path.cwd()).settings
    refuse_without_effect(options, settings)
    return settings


def _config(options: argparse.Namespace) -> int:
    from crawler.app.commands import config

    configuration = load(vars(options), os.environ, Path.cwd())
    refuse_without_effect(options, configuration.settings)
    return config.run(configuration)


def _verify(options: argparse.Namespace) -> int:
    from crawler.app.commands import verify
    from crawler.documents.read_documents import read_documents

    settings = _settings(options)
    return verify.run(read_documents(options.input, settings), settings)


def _extract(options: argparse.Namespace) -> int:
    from crawler.app.commands import extract

    return extract.run(options.input, _settings(options))


def _fetch(options: argparse.Namespace) -> int:
    from crawler.app.commands import fetch

    return fetch.run(options.url, options.at, options.show, _settings(options))


def _check(options: argparse.Namespace) -> int:
    from crawler.app.commands import check

    return check.run(options.file, _settings(options))


def _demo(options: argparse.Namespace) -> int:
    from crawler.app.commands import demo

    return demo.run(_settings(options))


def _report(options: argparse.Namespace) -> int:
    from crawler.app.commands import report

    return report.run(options.file, _settings(options))


def _baseline(options: argparse.Namespace) -> int:
    from crawler.app.commands import baseline

    return baseline.run(options.file, options.reason, options.until)


def _diff(options: argparse.Namespace) -> int:
    from crawler.app.commands import diff

    return diff.run(options.old, options.new)


def _store(options: argparse.Namespace) -> int:
    from crawler.app.commands import export, store

    settings = _settings(options)
    if options.action == "export":
        return export.run(options.file, options.wacz, settings)
    if options.file:
        raise UsageError(f"store {options.action} takes no file.", place=str(options.file), mend="Leave it out.")
    return store.run(options.action, options.before, options.to_bytes, settings)


def _model(options: argparse.Namespace) -> int:
    from crawler.app.commands import model

    return model.run(options, _settings(options))


def _corpus(options: argparse.Namespace) -> int:
    from crawler.app.commands import corpus

    return corpus.run(options, _settings(options))


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "verify": _verify,
        "extract": _extract,
        "fetch": _fetch,
        "check": _check,
        "demo": _demo,
        "report": _report,
        "baseline": _baseline,
        "diff": _diff,
        "store": _store,
        "model": _model,
        "corpus": _corpus,
        "config": _config,
    }
)
