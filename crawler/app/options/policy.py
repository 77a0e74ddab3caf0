"""The policy of a run: the settings' conditions and exemptions, parsed for `reports.policy`."""

from collections.abc import Iterable
from dataclasses import asdict

from crawler.settings import Settings
from reports.policy.evaluation import PathRule, Policy
from reports.policy.fail_on import parse_fail_on
from reports.policy.ignore_rules import IgnoreRule


def policy_of(settings: Settings, comment_rules: Iterable[IgnoreRule]) -> Policy:
    """Combine the settings with the exemptions that comments in the documents ask for.

    Raises:
        ValueError: a word of a `fail-on` is not a condition.
    """
    paths = tuple(PathRule(path=rule.path, fail_on=parse_fail_on(rule.fail_on)) for rule in settings.paths)
    ignore = (*(IgnoreRule(**asdict(rule)) for rule in settings.ignore), *comment_rules)
    return Policy(fail_on=parse_fail_on(settings.fail_on), paths=paths, ignore=ignore)
