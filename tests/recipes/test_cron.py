"""docs/recipes/citewatch-nightly.sh: what it mails, and how it ends."""

import subprocess

from tests.recipes.running import NIGHTS, RECIPES, SOURCES, dead, environment


def cron(place, *arguments, **more):
    command = [str(RECIPES / "citewatch-nightly.sh"), *arguments]
    state = {"STATE": str(place / "checkout"), "MAILTO": "editor@example.org", **more}
    return subprocess.run(command, env=environment(place, **state), capture_output=True, text=True, timeout=120)


def test_cron_mails_on_the_first_night_and_keeps_quiet_while_nothing_changes(place):
    first = cron(place, "docs/article.txt")
    mail = (place / "mail.txt").read_text()
    second = cron(place, "docs/article.txt")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert mail.startswith("-s citewatch: citations changed editor@example.org\n")
    assert "## Citation check" in mail
    assert (place / "mail.txt").read_text() == mail


def test_cron_mails_what_went_wrong(place):
    assert cron(place, "missing.txt").returncode == 2
    assert "failed with status 2" in (place / "mail.txt").read_text()


def test_cron_keeps_the_last_finished_report_when_an_archive_is_down(place, down):
    cron(place, "docs/article.txt")
    kept = (place / "checkout" / "last" / "report.json").read_bytes()
    (place / "checkout" / "citewatch.toml").write_text(
        f'archive = ["{down}"]\nallow-private = true\nsources = "{SOURCES}"\n'
    )
    (place / "mail.txt").unlink()
    done = cron(place, "docs/article.txt", CITEWATCH_STORE=str(place / "empty"))

    assert done.returncode == 0
    assert (place / "checkout" / "last" / "report.json").read_bytes() == kept
    assert (place / "mail.txt").read_text().startswith("-s citewatch: night 1 without an end, of 7 at most ")


def test_cron_names_an_archive_that_is_down_for_more_nights_than_the_user_sets(place, down):
    (place / "checkout" / "citewatch.toml").write_text(
        f'archive = ["{down}"]\nallow-private = true\nsources = "{SOURCES}"\n'
    )
    ends = [cron(place, "docs/article.txt", UNFINISHED_NIGHTS="2").returncode for _ in range(2)]
    mail = (place / "mail.txt").read_text()

    assert ends == [0, 3]
    assert "-s citewatch: night 2 without an end, of 2 at most editor@example.org\n" in mail
    assert mail.count(down.removeprefix("http://")) == 3


def test_in_a_month_of_nights_with_a_dead_archive_no_night_of_cron_is_silent(place):
    dead(place)
    ends = [cron(place, "docs/article.txt").returncode for _ in NIGHTS]
    kept = (place / "checkout" / "unfinished.txt").read_text().splitlines()
    mails = [line for line in (place / "mail.txt").read_text().splitlines() if line.startswith("-s")]

    assert ends == [0] * 6 + [3] * 24
    assert len(kept) == 30
    assert all("dead.example" in night for night in kept)
    assert mails == [f"-s citewatch: night {night} without an end, of 7 at most editor@example.org" for night in NIGHTS]
