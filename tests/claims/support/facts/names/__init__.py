"""Tests of claims.support.facts.names."""
