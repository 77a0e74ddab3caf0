"""Tests of claims.language.quantities."""
