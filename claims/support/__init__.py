"""Support: does the text of a source carry a claim, and where does it say so.

How `checker` judges, and where to look:

- A source becomes a `page` once: `sentences`, `words`, and when asked `dates`, `eras` and all numbers (`counts`:
  `numbers` in digits and English, `spelled` and `numerals` in other languages); `tongues` tells its language.
- A claim becomes `facts` (numbers, dates, `names`), and `match` lays both along the page; `naming` finds names.
- `comparison` lays the claim beside the sentence most like it. What turns it against that sentence stands in `turns`,
  `degrees`, `denials`, `roles`, `doers`, `order`, `attached`, `pairing`, and, outside English, `foreign`;
  `events` and `clauses` tell what no sentence has.
- `features` and `wordwise` make numbers of it, `model` a probability, `findings` the state of each fact.
- `choice` and `evidence` quote, `usable` says what cannot be judged, `second` is for a second judge.
- `training` and the `fit` modules make the data files anew; nothing else needs them.
"""

from claims.support.checker import default_checker

__all__ = ["default_checker"]
