"""Tests of claims.support.facts.numbers."""
