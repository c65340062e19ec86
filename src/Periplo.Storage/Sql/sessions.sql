SELECT hash, account, created, last_seen, expires, revoked, agent FROM session WHERE account = @account ORDER BY last_seen DESC, hash
