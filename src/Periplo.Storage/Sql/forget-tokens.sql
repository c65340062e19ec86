DELETE FROM api_token WHERE expires < @before
