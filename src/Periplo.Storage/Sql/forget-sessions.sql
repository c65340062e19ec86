DELETE FROM session WHERE expires < @before
