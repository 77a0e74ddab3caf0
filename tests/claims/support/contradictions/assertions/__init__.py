"""Tests of claims.support.contradictions.assertions."""
