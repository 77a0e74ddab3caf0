"""What a model was trained on, kept beside it, so that its measurement knows which kinds of sets it never saw."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

FILE = "training.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a model was trained on: the sets, their languages, the number of examples, and the base's folder name."""

    base: str
    sets: tuple[str, ...]
    languages: tuple[str, ...]
    examples: int

    def write(self, folder: Path) -> None:
        """Write it to the model's folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read it from the model's folder."""
        read = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in read.items()})
