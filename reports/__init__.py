"""From results to text: what people read and what CI acts on. Knows the vocabulary of `claims` and nothing else."""
