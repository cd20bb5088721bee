-- +goose Up
-- Instants are microseconds since 1970 in UTC. Identifiers and codes are compared byte by byte. Contents are opaque.

CREATE TABLE answer (
    party   TEXT NOT NULL,
    name    TEXT NOT NULL,
    request BLOB NOT NULL,
    serial  INTEGER NOT NULL,
    answer  BLOB NOT NULL,
    PRIMARY KEY (party, name)
) STRICT;

CREATE TABLE cases (
    id       TEXT PRIMARY KEY,
    version  INTEGER NOT NULL,
    party    TEXT NOT NULL,
    document TEXT NOT NULL,
    attempt  INTEGER NOT NULL,
    office   TEXT NOT NULL,
    state    TEXT NOT NULL,
    number   TEXT NOT NULL,
    lane     TEXT NOT NULL,
    assignee TEXT NOT NULL,
    received INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    content  BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_document ON cases (party, document, attempt) WHERE document <> '';
CREATE UNIQUE INDEX cases_number ON cases (number) WHERE number <> '';
CREATE INDEX cases_by_document ON cases (document);
CREATE INDEX cases_by_received ON cases (received, id);
CREATE INDEX cases_by_party ON cases (party, received, id);
CREATE INDEX cases_by_office ON cases (office, state, received, id);

CREATE TABLE secret (
    case_id TEXT PRIMARY KEY,
    secret  BLOB NOT NULL
) STRICT;

CREATE TABLE body (
    case_id TEXT NOT NULL,
    digest  BLOB NOT NULL,
    kind    TEXT NOT NULL,
    length  INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (case_id, digest)
) STRICT;

CREATE TABLE event (
    case_id  TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    content  BLOB NOT NULL,
    PRIMARY KEY (case_id, sequence)
) STRICT, WITHOUT ROWID;

-- version and ordinal are the place within the case: the act that wrote the row and the row's place in it.
CREATE TABLE message (
    id        TEXT PRIMARY KEY,
    case_id   TEXT NOT NULL,
    version   INTEGER NOT NULL,
    ordinal   INTEGER NOT NULL,
    party     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    content   BLOB NOT NULL,
    digest    BLOB NOT NULL,
    position  INTEGER,
    signature BLOB
) STRICT;
CREATE UNIQUE INDEX message_position ON message (position) WHERE position IS NOT NULL;
CREATE INDEX message_feed ON message (party, position) WHERE position IS NOT NULL;
CREATE INDEX message_waiting ON message (at, case_id, version, ordinal) WHERE position IS NULL;

CREATE TABLE log_record (
    id       TEXT PRIMARY KEY,
    case_id  TEXT NOT NULL,
    version  INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    leaf     BLOB NOT NULL,
    position INTEGER
) STRICT;
CREATE UNIQUE INDEX log_record_position ON log_record (position) WHERE position IS NOT NULL;
CREATE INDEX log_record_waiting ON log_record (at, case_id, version, ordinal) WHERE position IS NULL;

CREATE TABLE log_hash (
    place INTEGER PRIMARY KEY,
    hash  BLOB NOT NULL
) STRICT;

CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    note BLOB NOT NULL
) STRICT;

CREATE TABLE timer (
    case_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    due     INTEGER NOT NULL,
    held    INTEGER NOT NULL,
    PRIMARY KEY (case_id, ordinal)
) STRICT;
CREATE INDEX timer_due ON timer (due);

CREATE TABLE balance (
    name      TEXT PRIMARY KEY,
    available INTEGER NOT NULL CHECK (available >= 0)
) STRICT;

CREATE TABLE serial (
    office TEXT NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (office, year)
) STRICT;

CREATE TABLE lease (
    name   TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    epoch  INTEGER NOT NULL,
    until  INTEGER NOT NULL
) STRICT;

CREATE TABLE edition (
    edition TEXT PRIMARY KEY,
    bundle  BLOB NOT NULL
) STRICT;
