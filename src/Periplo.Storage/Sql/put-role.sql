INSERT INTO account_role (account, register, role) VALUES (@account, @register, @role)
ON CONFLICT (account, register) DO UPDATE SET role = excluded.role
