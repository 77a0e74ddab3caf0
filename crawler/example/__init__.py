"""The bundled example: an article, the pages that it cites (written for it), and the archive made of them."""
