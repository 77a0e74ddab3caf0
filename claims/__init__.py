"""What a document claims and how a source supports it: pure code, without network, clock or environment."""

__version__ = "0.1.0"
