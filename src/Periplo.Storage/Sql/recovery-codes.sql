SELECT COUNT(*) FROM recovery_code WHERE account = @account
