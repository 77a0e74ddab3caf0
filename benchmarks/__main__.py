"""The two figures to look at first, in one run: how right and fast the checker is, and how fast the whole way is.

`python -m benchmarks` in a checkout with the shared data beside it and the extras `dev`, `fit` and `peers` installed.
"""

from benchmarks import pipeline, support

support.main()
pipeline.main()
