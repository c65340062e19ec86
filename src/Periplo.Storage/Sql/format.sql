SELECT MAX(version) FROM store_format
