"""One file a report format, and the registry of them."""
