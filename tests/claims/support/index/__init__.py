"""Tests of claims.support.index."""
