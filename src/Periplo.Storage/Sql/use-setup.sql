DELETE FROM setup WHERE account = @account
