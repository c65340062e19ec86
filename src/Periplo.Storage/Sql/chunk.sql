SELECT bytes FROM chunk WHERE hash = @hash
