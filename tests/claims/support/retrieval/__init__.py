"""Tests of claims.support.retrieval."""
