INSERT INTO api_token (hash, account, name, ceiling, created, expires, revoked)
VALUES (@hash, @account, @name, @ceiling, @created, @expires, @revoked)
ON CONFLICT (hash) DO UPDATE SET revoked = excluded.revoked
