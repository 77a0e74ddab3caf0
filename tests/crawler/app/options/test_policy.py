"""crawler.app.options.policy: the settings' rules, as the reports apply them."""

from dataclasses import fields

from crawler.app.options.policy import policy_of
from crawler.settings import IgnoreSetting, PathSetting, Settings
from reports.policy.ignore_rules import IgnoreRule


def test_the_rules_of_the_settings_come_before_those_of_comments() -> None:
    comment = IgnoreRule(claim="a")
    settings = Settings(ignore=(IgnoreSetting(url="https://e.example/*", until="2027-01-01"),))
    policy = policy_of(settings, [comment])
    assert policy.ignore == (IgnoreRule(url="https://e.example/*", until="2027-01-01"), comment)


def test_a_path_has_its_own_conditions() -> None:
    settings = Settings(fail_on=("not_supported",), paths=(PathSetting(path="drafts/*", fail_on=("none",)),))
    (rule,) = policy_of(settings, []).paths
    assert (rule.path, rule.fail_on.words) == ("drafts/*", ("none",))


def test_a_user_can_set_every_field_of_a_rule_but_its_origin() -> None:
    assert {field.name for field in fields(IgnoreSetting)} == {field.name for field in fields(IgnoreRule)} - {"by"}
