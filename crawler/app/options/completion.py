"""`citewatch --print-completion SHELL`: a script that completes commands, options and files, made by shtab."""

import argparse
from collections.abc import Iterator

import shtab

from claims.records import Strictness

FILES, FOLDERS = {"INPUT", "FILE", "REPORT", "OLD", "NEW", "A"}, {"DIR"}
VALUES = {"strictness": tuple(Strictness), "find_urls": ("wikipedia",)}


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the completion script of `parser` for `shell`."""
    for action in _actions(parser):
        names = {action.metavar} if isinstance(action.metavar, str) else set()
        if names & FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif names & FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        action.choices = action.choices or VALUES.get(action.dest)
    return str(shtab.complete(parser, shell))


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
