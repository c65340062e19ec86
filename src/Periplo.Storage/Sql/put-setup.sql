INSERT INTO setup (hash, account, expires) VALUES (@hash, @account, @expires)
