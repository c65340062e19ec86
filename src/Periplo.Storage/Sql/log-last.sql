SELECT number, hash FROM log ORDER BY number DESC LIMIT 1
