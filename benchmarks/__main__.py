"""Print the figures to look at first: how accurate and fast the judge is, and how fast the whole pipeline is.

`python -m benchmarks` in a checkout with the shared data beside it and the extras `dev`, `fit` and `peers` installed.
"""

from benchmarks import pipeline, support

support.main()
pipeline.main()
