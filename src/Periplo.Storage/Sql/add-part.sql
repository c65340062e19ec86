INSERT INTO part (id, dataset, source, release, file_name, file_sha256, file_bytes, observations, imported_at, details)
VALUES (@id, @dataset, @source, @release, @file_name, @file_sha256, @file_bytes, @observations, @imported_at, @details)
