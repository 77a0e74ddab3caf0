"""Scripts for those who work on citewatch: checks that CI runs, and measurements of the tests themselves."""
