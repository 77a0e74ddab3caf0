"""The bundled example: an article, the pages that it cites (written for it), and their archive, which `make` makes."""
