"""One reader per corpus; each yields articles with their gold annotation."""
