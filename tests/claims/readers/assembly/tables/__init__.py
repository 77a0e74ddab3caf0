"""Tests of claims.readers.assembly.tables."""
