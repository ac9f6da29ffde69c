-- The tables of loti's referral store, for H2 2.3 and later.
-- They go into the present schema. Rows are never deleted. An event's part takes up to 1,000,000 characters.

-- What happened. Only sealed_part ever changes: an erasure sets it to null.
CREATE TABLE IF NOT EXISTS loti_referral_event (
    sequence bigint NOT NULL CHECK (sequence >= 1),
    stream varchar(80) NOT NULL,
    version bigint NOT NULL CHECK (version >= 1),
    subject varchar(80),
    event_type varchar(80) NOT NULL,
    schema_version integer NOT NULL CHECK (schema_version >= 1),
    recorded_at timestamp(3) with time zone NOT NULL,
    actor varchar(80) NOT NULL,
    actor_role varchar(80) NOT NULL,
    command varchar(80) NOT NULL,
    command_part integer NOT NULL CHECK (command_part >= 1),
    open_part varchar(1000000) NOT NULL,
    sealed_part varchar(1000000),
    sealed_digest char(64),
    previous_hash char(64) NOT NULL,
    hash char(64) NOT NULL,
    CONSTRAINT loti_referral_event_key PRIMARY KEY (stream, version),
    CONSTRAINT loti_referral_event_sequence UNIQUE (sequence),
    CONSTRAINT loti_referral_event_previous UNIQUE (previous_hash),
    CONSTRAINT loti_referral_event_command UNIQUE (command, command_part),
    CONSTRAINT loti_referral_event_sealed CHECK (sealed_part IS NULL OR sealed_digest IS NOT NULL)
);

-- The streams of a resident, in the order of their first event.
CREATE INDEX IF NOT EXISTS loti_referral_event_subject ON loti_referral_event (subject, stream, sequence);

-- The end of the chain, in one row. Whoever appends locks it, so that appends come one after the other.
CREATE TABLE IF NOT EXISTS loti_referral_chain (
    id smallint PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL CHECK (sequence >= 0),
    hash char(64) NOT NULL
);

INSERT INTO loti_referral_chain (id, sequence, hash)
SELECT 1, 0, '0000000000000000000000000000000000000000000000000000000000000000'
WHERE NOT EXISTS (SELECT 1 FROM loti_referral_chain);

-- Residents' data keys, encrypted with a master key that is not here. A key that is null was destroyed, for good.
CREATE TABLE IF NOT EXISTS loti_referral_key (
    subject varchar(80) PRIMARY KEY,
    wrapped_key varchar(4000)
);
