"""From the bytes of a captured page to its text and passages."""
