INSERT INTO log (number, at, who, action, register, record, state, content, why, hash)
VALUES (@number, @at, @who, @action, @register, @record, @state, @content, @why, @hash)
