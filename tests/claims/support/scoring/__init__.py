"""Tests of claims.support.scoring."""
