SELECT number, at, who, action, register, record, state, content, why, hash FROM log
WHERE register = @register AND record = @record AND action = 'record' ORDER BY number
