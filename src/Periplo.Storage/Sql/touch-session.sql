UPDATE session SET last_seen = @last_seen WHERE hash = @hash AND last_seen < @last_seen
