"""Tests of claims.support.facts."""
