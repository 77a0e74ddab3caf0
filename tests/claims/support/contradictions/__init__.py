"""Tests of claims.support.contradictions."""
