"""Opens the entailment model of a run: the one that the settings name, or else the one installed last."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claims.errors import ConfigurationError
from claims.records import EntailmentModel
from claims.support import default_checker
from claims.support.entailment.calibration import Calibration
from crawler.entailment.extra import missing, needed
from crawler.entailment.installed import (
    CALIBRATION,
    Installed,
    calibration_of,
    damaged,
    installed,
    models_folder,
    record_of,
)
from crawler.entailment.own_model import own_model
from crawler.entailment.worker import Run, Worker
from crawler.settings import Settings

_log = logging.getLogger(__name__)

NONE = "none"
SUGGESTED = "deberta-v3-xsmall"
WITHOUT = (
    "No entailment model was used: a claim that gives a detail in other words than its source, or another one, may "
    f"pass as supported. `citewatch model install {SUGGESTED}` adds one."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModel:
    """An entailment model that runs on this machine; see `claims.support.entailment.interface.Entailment`."""

    record: EntailmentModel
    calibration: Calibration | None
    run: Run

    @property
    def name(self) -> str:
        """The model, its revision and its calibration."""
        fitted = self.calibration
        by = f"calibrated {fitted.bias} {fitted.entailment} {fitted.score}" if fitted else "not calibrated"
        return f"{self.record.name} {self.record.revision}, {by}"

    def probabilities(self, premises: Sequence[str], claim: str) -> list[float]:
        """Return, for each premise, the probability that it entails the claim, 0 to 1."""
        return self.run([(premise, claim) for premise in premises])


@contextmanager
def open_model(settings: Settings) -> Iterator[LocalModel | None]:
    """Open the model that `settings` ask for: verify its files now, load it when it is first asked.

    Yields:
        the model, or None where none is wanted or installed.

    Raises:
        ConfigurationError: the model is missing or damaged, or the extra `model` is not installed.
    """
    chosen = chosen_model(settings)
    if chosen is None:
        yield None
        return
    folder, record = chosen
    calibration = calibration_of(folder, record.revision, default_checker(settings.strictness).name)
    if calibration is None and (folder / CALIBRATION).is_file():
        _log.warning("The calibration of %s is not used: it was made with another revision or judge.", record.name)
    with Worker(lambda: _load(folder, record)) as worker:
        yield LocalModel(
            record=EntailmentModel(name=record.name, revision=record.revision, calibrated=calibration is not None),
            calibration=calibration,
            run=worker,
        )


def chosen_model(settings: Settings) -> tuple[Path, Installed] | None:
    """Return the folder and the record of the model that `settings` ask for, its files verified; None if none is.

    Raises:
        ConfigurationError: as in `open_model`.
    """
    wanted = settings.entailment_model
    if wanted == NONE:
        return None
    store = models_folder(settings.store)
    if wanted is None:
        latest = next(iter(installed(store)), None)
        if latest is None:
            return None
        if lacking := missing():
            _log.warning("The model %s is installed but not used: %s is missing.", latest.name, ", ".join(lacking))
            return None
        folder, record = store / latest.name, latest
    elif Path(wanted).is_dir() and wanted not in (record.name for record in installed(store)):
        folder, record = Path(wanted), own_model(Path(wanted))
    else:
        folder, record = store / wanted, record_of(store, wanted)
    needed()
    if wrong := damaged(folder, record.files) if folder.parent == store else []:
        raise ConfigurationError(
            f"the model {record.name} is not what was installed: {', '.join(wrong)}.",
            mend=f"Install it again with `citewatch model install {record.name}`.",
        )
    return folder, record


def _load(folder: Path, record: Installed) -> Run:
    from crawler.entailment.runner import Runner  # PyTorch takes seconds to import

    return Runner(folder, record.form)
