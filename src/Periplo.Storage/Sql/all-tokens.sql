SELECT hash, account, name, ceiling, created, expires, revoked FROM api_token ORDER BY hash
