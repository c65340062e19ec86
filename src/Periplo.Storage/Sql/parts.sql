SELECT part.id, part.dataset, part.source, part.release, part.file_name, part.file_sha256, part.file_bytes,
       part.observations, part.imported_at, part.details, part_chunk.hash
FROM part LEFT JOIN part_chunk ON part_chunk.part = part.id
ORDER BY part.id, part_chunk.place
