"""An `argparse` parser that says in one line what is wrong with a command line, and what was probably meant."""

import argparse
from collections.abc import Collection, Sequence
from typing import Any, NoReturn

SHELLS = ("bash", "zsh", "fish")
"""Shells that a completion script is printed for."""


class Parser(argparse.ArgumentParser):
    """Takes inputs before and behind options, and no option by its first letters, which a later one may share."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def parse_known_args(  # type: ignore[override]  # of its two forms argparse itself calls this one
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse `args`, all of them: what argparse leaves over are more inputs, or wrong."""
        parsed, left = super().parse_known_args(args, namespace)
        if left and hasattr(parsed, "input") and not any(map(_is_option, left)):
            parsed.input += left
        elif left:
            self._refuse(left)
        return parsed, []

    def error(self, message: str) -> NoReturn:
        """Print `message` and where the options are listed, and end with status 2."""
        message = message.replace("ignored explicit argument", "it takes no value such as")
        self._end(message, f"`{self.prog} --help` lists what it takes.")

    def _refuse(self, left: Sequence[str]) -> NoReturn:
        wrong = next(filter(_is_option, left), left[0])
        message = f"unrecognized arguments: {wrong}"
        if self._subparsers is not None and _is_option(wrong):
            self._end(message, f"Options follow the command: {self.prog} COMMAND {wrong}")
        elif near := _nearest(wrong.partition("=")[0], self._option_string_actions):
            self._end(message, f"Did you mean {near}?")
        self.error(message)

    def _end(self, message: str, mend: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message.rstrip('.')}. {mend}\n")


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
        from crawler.app.options.completion import script  # only this option needs it

        print(script(parser, str(values)))
        parser.exit()


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _nearest(word: str, options: Collection[str]) -> str | None:
    import difflib  # only a wrong usage needs it

    begun = [option for option in options if option.startswith(word) and len(word) > len("--")]
    return next(iter(begun or difflib.get_close_matches(word, options, n=1, cutoff=0.75)), None)
