INSERT INTO remote (id, state) VALUES (@id, @state) ON CONFLICT (id) DO UPDATE SET state = excluded.state
