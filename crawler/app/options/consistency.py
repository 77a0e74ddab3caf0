"""Options that contradict each other, and flags without effect: refused, since ignoring them would mislead."""

import argparse
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from claims.errors import ConfigurationError, UsageError
from crawler.settings import Settings

CONTRADICTIONS = (("offline", "live"), ("offline", "save"), ("quiet", "verbose"))

NETWORK = ("rate", "timeout", "max_requests", "max_time")
"""Limits of requests, of which there are none with --offline."""

WIKI = ("wiki:", "http://", "https://")
"""How inputs begin that may be articles of a wiki."""


def refuse_contradictions(layer: Mapping[str, Any], place: str) -> None:
    """Refuse two options of one `layer`, the values of one `place`, that contradict each other.

    Raises:
        ConfigurationError: they do.
    """
    for first, second in CONTRADICTIONS:
        if _on(layer.get(first)) and _on(layer.get(second)):
            message = f"{_flag(first)} and {_flag(second)} contradict each other."
            raise ConfigurationError(message, place=place, mend="Leave one of them out.")


def beaten(layer: Mapping[str, Any]) -> frozenset[str]:
    """Return the options of weaker layers that this one turns off, as the flag --offline does with `live` in a file."""
    pairs = (pair for first, second in CONTRADICTIONS for pair in ((first, second), (second, first)))
    return frozenset(weaker for option, weaker in pairs if _on(layer.get(option)))


def refuse_without_effect(options: argparse.Namespace, settings: Settings) -> None:
    """Refuse flags of the command line that would change nothing.

    Raises:
        UsageError: there is one; the message says why it has no effect.
    """
    given = {name for name, value in vars(options).items() if value is not None and value is not False}
    for name, reason, mend in _without_effect(options, given, settings):
        raise UsageError(f"{_flag(name)} has no effect {reason}.", place="the command line", mend=mend)


def _without_effect(
    options: argparse.Namespace, given: Collection[str], settings: Settings
) -> Iterator[tuple[str, str, str]]:
    """Yield each flag without effect, why, and what to do instead."""
    leave_out = "Leave it out."
    if settings.judge is None:
        for name in sorted(name for name in given if name.startswith("judge_")):
            yield name, "without --judge", "Give the endpoint with --judge URL, or leave it out."
    if settings.offline:  # those in a file or the environment are for runs with the network too
        for name in NETWORK:
            if name in given:
                yield name, "with --offline, which makes no requests", leave_out
    if "wiki" in given and not (settings.find_urls or any(name.startswith(WIKI) for name in options.input)):
        yield "wiki", "without an input such as wiki:Title", "Give one, or leave it out."
    if "obey_robots" in given and not settings.live:
        yield "obey_robots", "without --live", "Add it, or leave it out."
    if "crawl" in given and not any(name == "cc" or name.startswith("cc:") for name in settings.archive):
        yield "crawl", "without --archive cc", "Add it, or leave it out."
    if "with_sources" in given and not {"html", "json"} & set(settings.format):
        yield "with_sources", "without the format html or json", "Add one to --format."
    if "out" in given and set(settings.format) == {"text"} and str(settings.out) != "-":
        yield "out", "with --format text, which is printed", "Add a format that is written to a file."
    if options.command == "store":
        for name, action in (("before", "prune"), ("to_bytes", "prune"), ("wacz", "export")):
            if name in given and options.action != action:
                yield name, f"on store {options.action}", f"It belongs to store {action}."


def _on(value: Any) -> bool:
    return value is True or (isinstance(value, str) and value.lower() in ("true", "1"))


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
