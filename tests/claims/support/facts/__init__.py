"""Tests of claims.support.facts.details."""
