"""Tests of claims.support.evidence.quotes."""
