INSERT INTO chunk (hash, bytes) VALUES (@hash, @bytes) ON CONFLICT (hash) DO NOTHING
