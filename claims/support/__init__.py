"""Does this text say what the claim says? Facts, evidence, a score, and the words to show for it."""
