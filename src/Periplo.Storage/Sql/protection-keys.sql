SELECT xml, id FROM protection_key ORDER BY id
