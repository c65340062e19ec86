SELECT account, expires FROM setup WHERE hash = @hash
