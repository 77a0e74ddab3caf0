"""Tests of claims.support.contradictions.numbers."""
