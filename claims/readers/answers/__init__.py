"""Answers of language models as their interfaces return them, in JSON, recognised by their content.

In order: `answer` is what each form becomes; `openai`, `gemini`, `anthropic` and `perplexity` read the responses of
these interfaces, `rows` those of a retrieval test; `forms` tries them all, in the messages of chats too; `reader`
makes a reading of the answers, which are Markdown.
"""
