"""Tests of claims.support.contradictions.words."""
