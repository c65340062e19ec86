SELECT hash, account, name, ceiling, created, expires, revoked FROM api_token WHERE account = @account ORDER BY created DESC, hash
