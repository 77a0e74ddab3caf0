"""Scripts that make parts of the documentation: its pictures and its samples."""
