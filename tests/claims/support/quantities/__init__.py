"""Tests of claims.support.quantities."""
