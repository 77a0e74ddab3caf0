"""Tables to statements: `table_rows` makes them of the cells of rows, `table_blocks` finds the rows among blocks."""
