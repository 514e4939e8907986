"""A participant list, as a table or as a plain list, as persons."""
