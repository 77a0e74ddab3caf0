"""Support: does the text of a source carry a claim, and where does it say so."""

from claims.support.checker import default_checker

__all__ = ["default_checker"]
