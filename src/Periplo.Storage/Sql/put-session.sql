INSERT INTO session (hash, account, created, last_seen, expires, revoked, agent)
VALUES (@hash, @account, @created, @last_seen, @expires, @revoked, @agent)
ON CONFLICT (hash) DO UPDATE SET revoked = excluded.revoked
