INSERT INTO account (name, password_hash, factor, factor_step, created, closed, failed, locked_until)
VALUES (@name, @password_hash, @factor, @factor_step, @created, @closed, @failed, @locked_until)
ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, factor = excluded.factor, factor_step = excluded.factor_step,
    closed = excluded.closed, failed = excluded.failed, locked_until = excluded.locked_until
