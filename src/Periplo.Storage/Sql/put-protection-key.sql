INSERT INTO protection_key (id, xml) VALUES (@id, @xml) ON CONFLICT (id) DO NOTHING
