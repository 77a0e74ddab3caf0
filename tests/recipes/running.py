"""Runs the scripts of the recipes as their platforms do, with stand-ins for the tools of these."""

import os
import subprocess

import yaml

from tests.process import EXAMPLE
from tests.shared import ROOT

RECIPES = ROOT / "docs" / "recipes"
SOURCES = (EXAMPLE / "sources.csv").resolve()
ARTICLE = (EXAMPLE / "article.txt").resolve()
ARCHIVE = (EXAMPLE / "archive.warc.gz").resolve()


def tool(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def environment(place, **more):
    """What a runner gives to a step."""
    files = {name: str(place / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
    path = f"{place / 'tools'}:{os.environ['PATH']}"
    return {"PATH": path, "HOME": str(place), "RUNNER_TEMP": str(place), **files, **more}


def run(script, place, **more):
    """Run a step's script as GitHub does: bash, ended by the first error."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=place / "checkout", env=environment(place, **more), capture_output=True, text=True, timeout=120
    )


def steps(path):
    """The scripts of a file's steps by their names or ids."""
    parsed = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = parsed["runs"]["steps"] if "runs" in parsed else next(iter(parsed["jobs"].values()))["steps"]
    return {step["name"]: step["run"] for step in found if "run" in step}


ACTION = steps(ROOT / "action.yml")
INPUTS = {
    "FAIL_ON": "not_supported,contradicted",
    "BASELINE": "",
    "CONTACT": "https://ci.example/us",
    "ARCHIVES": str(ARCHIVE),
}


def output(place, name):
    lines = (place / "github_output").read_text().splitlines()
    return next(line.partition("=")[2] for line in lines if line.startswith(f"{name}="))


NIGHTLY = steps(RECIPES / "github-nightly.yml")


def git(place, *arguments):
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=place / "checkout", env=environment(place), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return done.stdout.strip()


DEAD = "Not finished: 3 sources could not be checked (dead.example gave no answer). Run it again."
NIGHTS = range(1, 31)


def dead(place):
    """Let `citewatch` be one whose archive is down for good."""
    tool(place / "tools" / "citewatch", f"echo '{DEAD}' >&2; exit 3")
