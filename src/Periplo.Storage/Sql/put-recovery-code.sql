INSERT INTO recovery_code (account, hash) VALUES (@account, @hash)
