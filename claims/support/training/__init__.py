"""Makes the judge's data files anew from judged pairs; nothing else needs it, and the wheel leaves it out.

`judged_pairs` reads the pairs, `fit_words` and `fit_choice` fit the small models, `fit` writes the files.
"""
