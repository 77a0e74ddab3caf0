"""`citewatch --print-completion SHELL`: a script that completes commands, options and files, made by shtab."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from claims.records import Strictness

SHELLS = ("bash", "zsh", "fish")
FILES, FOLDERS = {"INPUT", "FILE", "REPORT", "OLD", "NEW", "A"}, {"DIR"}
VALUES = {"strictness": tuple(Strictness), "find_urls": ("wikipedia",)}


class PrintCompletion(argparse.Action):
    """Prints the completion script for a shell and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Print the script for the shell `values`."""
        print(script(parser, str(values)))
        parser.exit()


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the completion script of `parser` for `shell`."""
    import shtab  # only this option needs it

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
