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

-- Accounts. What opens anything is kept as a hash, or sealed; what was done with it is in the log. Times are UTC in ISO 8601.
CREATE TABLE IF NOT EXISTS account (
    name          TEXT    NOT NULL PRIMARY KEY,
    password_hash TEXT,
    factor        TEXT,
    factor_step   BIGINT  NOT NULL,
    created       TEXT    NOT NULL,
    closed        TEXT,
    failed        INTEGER NOT NULL,
    locked_until  TEXT
);

CREATE TABLE IF NOT EXISTS account_role (
    account  TEXT NOT NULL REFERENCES account (name),
    register TEXT NOT NULL,
    role     TEXT NOT NULL,
    PRIMARY KEY (account, register)
);

CREATE TABLE IF NOT EXISTS recovery_code (
    account TEXT NOT NULL REFERENCES account (name),
    hash    TEXT NOT NULL,
    PRIMARY KEY (account, hash)
);

CREATE TABLE IF NOT EXISTS session (
    hash      TEXT NOT NULL PRIMARY KEY,
    account   TEXT NOT NULL REFERENCES account (name),
    created   TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    expires   TEXT NOT NULL,
    revoked   TEXT,
    agent     TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS session_of_account ON session (account);

CREATE TABLE IF NOT EXISTS api_token (
    hash    TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name),
    name    TEXT NOT NULL,
    ceiling TEXT NOT NULL,
    created TEXT NOT NULL,
    expires TEXT NOT NULL,
    revoked TEXT
);

CREATE INDEX IF NOT EXISTS api_token_of_account ON api_token (account);

-- The first run's token, and those that let a new account choose its password: account is empty for the first run's.
CREATE TABLE IF NOT EXISTS setup (
    hash    TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    expires TEXT NOT NULL
);

-- The keys that seal forms and second factors, the same for all servers on one store.
CREATE TABLE IF NOT EXISTS protection_key (
    id  TEXT NOT NULL PRIMARY KEY,
    xml TEXT NOT NULL
);

-- Whom figures are collected from, and how the last try ended, as JSON.
CREATE TABLE IF NOT EXISTS remote (
    id    TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL
);

INSERT INTO store_format (version) VALUES (3) ON CONFLICT DO NOTHING;
