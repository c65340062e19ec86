SELECT number, at, who, action, register, record, state, content, why, hash FROM log WHERE number > @number ORDER BY number
