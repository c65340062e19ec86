SELECT hash, account, name, ceiling, created, expires, revoked FROM api_token WHERE hash = @hash
