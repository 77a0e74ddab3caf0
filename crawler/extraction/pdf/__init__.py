"""The text of PDF files: `text` has them read by `worker`, in a process of its own, and `layout` orders the lines."""
