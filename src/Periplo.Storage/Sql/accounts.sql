SELECT account.name, account.password_hash, account.factor, account.factor_step, account.created, account.closed, account.failed, account.locked_until,
       account_role.register, account_role.role
FROM account LEFT JOIN account_role ON account_role.account = account.name
ORDER BY account.name, account_role.register
