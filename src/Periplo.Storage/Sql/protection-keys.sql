SELECT xml FROM protection_key ORDER BY id
