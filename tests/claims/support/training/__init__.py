"""Tests of claims.support.training.judged_pairs."""
