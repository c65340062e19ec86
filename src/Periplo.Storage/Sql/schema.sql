-- The catalogue. {blob} is the engine's type for bytes; all else is the same on both engines.
CREATE TABLE IF NOT EXISTS store_format (
    version INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS chunk (
    hash  TEXT NOT NULL PRIMARY KEY,
    bytes {blob} NOT NULL
);

CREATE TABLE IF NOT EXISTS part (
    id           INTEGER NOT NULL PRIMARY KEY,
    dataset      TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    release      TEXT    NOT NULL,
    file_name    TEXT    NOT NULL,
    file_sha256  TEXT    NOT NULL,
    file_bytes   BIGINT  NOT NULL,
    observations INTEGER NOT NULL,
    imported_at  TEXT    NOT NULL,
    details      TEXT    NOT NULL,
    UNIQUE (dataset, source, release, file_sha256)
);

CREATE TABLE IF NOT EXISTS part_chunk (
    part  INTEGER NOT NULL REFERENCES part (id),
    place INTEGER NOT NULL,
    hash  TEXT    NOT NULL REFERENCES chunk (hash),
    PRIMARY KEY (part, place)
);

-- Who did what: records of registers and deeds of accounts. Only ever added to; see Periplo.Registers.LogEntry.
CREATE TABLE IF NOT EXISTS log (
    number   BIGINT NOT NULL PRIMARY KEY,
    at       TEXT   NOT NULL,
    who      TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    register TEXT,
    record   TEXT,
    state    TEXT,
    content  TEXT,
    why      TEXT   NOT NULL,
    hash     TEXT   NOT NULL
);

CREATE INDEX IF NOT EXISTS log_of_record ON log (register, record);

INSERT INTO store_format (version) VALUES (2) ON CONFLICT DO NOTHING;
