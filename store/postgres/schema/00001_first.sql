-- +goose Up
-- Instants are microseconds since 1970 in UTC. Identifiers and codes are compared byte by byte. Contents are opaque.

CREATE TABLE answer (
    party   TEXT COLLATE "C" NOT NULL,
    name    TEXT COLLATE "C" NOT NULL,
    request BYTEA NOT NULL,
    serial  BIGINT NOT NULL,
    answer  BYTEA NOT NULL,
    PRIMARY KEY (party, name)
);

CREATE TABLE cases (
    id       TEXT COLLATE "C" PRIMARY KEY,
    version  BIGINT NOT NULL,
    party    TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    attempt  BIGINT NOT NULL,
    office   TEXT COLLATE "C" NOT NULL,
    state    TEXT COLLATE "C" NOT NULL,
    number   TEXT COLLATE "C" NOT NULL,
    lane     TEXT COLLATE "C" NOT NULL,
    assignee TEXT COLLATE "C" NOT NULL,
    received BIGINT NOT NULL,
    changed  BIGINT NOT NULL,
    content  BYTEA NOT NULL
);
CREATE UNIQUE INDEX cases_document ON cases (party, document, attempt) WHERE document <> '';
CREATE UNIQUE INDEX cases_number ON cases (number) WHERE number <> '';
CREATE INDEX cases_by_document ON cases (document);
CREATE INDEX cases_by_received ON cases (received, id);
CREATE INDEX cases_by_party ON cases (party, received, id);
CREATE INDEX cases_by_office ON cases (office, state, received, id);

CREATE TABLE secret (
    case_id TEXT COLLATE "C" PRIMARY KEY,
    secret  BYTEA NOT NULL
);

CREATE TABLE body (
    case_id TEXT COLLATE "C" NOT NULL,
    digest  BYTEA NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    length  BIGINT NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (case_id, digest)
);

CREATE TABLE event (
    case_id  TEXT COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    id       TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    at       BIGINT NOT NULL,
    content  BYTEA NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

-- version and ordinal are the place within the case: the act that wrote the row and the row's place in it.
CREATE TABLE message (
    id        TEXT COLLATE "C" PRIMARY KEY,
    case_id   TEXT COLLATE "C" NOT NULL,
    version   BIGINT NOT NULL,
    ordinal   BIGINT NOT NULL,
    party     TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    at        BIGINT NOT NULL,
    content   BYTEA NOT NULL,
    digest    BYTEA NOT NULL,
    position  BIGINT,
    signature BYTEA
);
CREATE UNIQUE INDEX message_position ON message (position) WHERE position IS NOT NULL;
CREATE INDEX message_feed ON message (party, position) WHERE position IS NOT NULL;
CREATE INDEX message_waiting ON message (at, case_id, version, ordinal) WHERE position IS NULL;

CREATE TABLE log_record (
    id       TEXT COLLATE "C" PRIMARY KEY,
    case_id  TEXT COLLATE "C" NOT NULL,
    version  BIGINT NOT NULL,
    ordinal  BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    leaf     BYTEA NOT NULL,
    position BIGINT
);
CREATE UNIQUE INDEX log_record_position ON log_record (position) WHERE position IS NOT NULL;
CREATE INDEX log_record_waiting ON log_record (at, case_id, version, ordinal) WHERE position IS NULL;

CREATE TABLE log_hash (
    place BIGINT PRIMARY KEY,
    hash  BYTEA NOT NULL
);

CREATE TABLE checkpoint (
    size BIGINT PRIMARY KEY,
    note BYTEA NOT NULL
);

CREATE TABLE timer (
    case_id TEXT COLLATE "C" NOT NULL,
    ordinal BIGINT NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    due     BIGINT NOT NULL,
    held    BIGINT NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE INDEX timer_due ON timer (due);

CREATE TABLE balance (
    name      TEXT COLLATE "C" PRIMARY KEY,
    available BIGINT NOT NULL CHECK (available >= 0)
);

CREATE TABLE serial (
    office TEXT COLLATE "C" NOT NULL,
    year   BIGINT NOT NULL,
    last   BIGINT NOT NULL,
    PRIMARY KEY (office, year)
);

CREATE TABLE lease (
    name   TEXT COLLATE "C" PRIMARY KEY,
    holder TEXT COLLATE "C" NOT NULL,
    epoch  BIGINT NOT NULL,
    until  BIGINT NOT NULL
);

CREATE TABLE edition (
    edition TEXT COLLATE "C" PRIMARY KEY,
    bundle  BYTEA NOT NULL
);
