INSERT INTO part_chunk (part, place, hash) VALUES (@part, @place, @hash)
