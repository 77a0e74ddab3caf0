"""Dates, as running text and lists of references write them, in any language and calendar.

`months` has the names of months, `date_notations` the expressions, `dates` reads the dates themselves,
`contextual_dates` those that need more than their own words (yesterday, May), `centuries` those of a hundred years,
`decades` those of ten in words, and `calendars` those of other calendars.
"""
