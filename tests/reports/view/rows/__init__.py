"""Tests of reports.view.rows."""
