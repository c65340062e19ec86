SELECT hash, account, created, last_seen, expires, revoked, agent FROM session WHERE hash = @hash
