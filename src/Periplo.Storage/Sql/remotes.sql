SELECT state FROM remote ORDER BY id
