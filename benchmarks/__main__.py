"""Print the figures to look at first: how accurate the judge is; at the end, one table of how fast citewatch is.

`python -m benchmarks` in a checkout with the shared data beside it and the extras `dev`, `fit` and `peers` installed.
"""

from benchmarks import pipeline, speed, support

support.main()
pipeline.main()
speed.main()
