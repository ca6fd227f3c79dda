-- Version 2, together with new_in_2.sql; new_in_3.sql follows. Every column says what it is for; there is none that names a
-- person, firm or address.

CREATE TABLE cell (
    period   TEXT NOT NULL,    -- ISO week of the reports
    held_day TEXT NOT NULL,    -- '' for what the next release takes; the day of arrival in the held lane
    reason   TEXT NOT NULL,    -- '' or 'token': without a blind token or with one; else why they are held
    pack     TEXT NOT NULL,    -- five-character code of the rule pack
    district TEXT NOT NULL,    -- six-digit code of the district
    verdict  TEXT NOT NULL,    -- one-digit code of the verdict
    writer   SMALLINT NOT NULL, -- which of the servers counted: no two wait for the same row
    n        BIGINT NOT NULL, -- how many reports wait for release
    PRIMARY KEY (period, held_day, reason, pack, district, verdict, writer)
) WITH (fillfactor = 50); -- counters change often: room for that in the same page; a row is deleted once released

CREATE TABLE release (
    seq           BIGINT PRIMARY KEY, -- place in the chain, from 1
    district      TEXT NOT NULL,       -- six-digit code of the district
    pack          TEXT NOT NULL,       -- five-character code of the rule pack
    from_period   TEXT NOT NULL,       -- the week after the last release of the same district and pack
    to_period     TEXT NOT NULL,       -- the week whose closing released it
    met           BIGINT NOT NULL,    -- increment of verdict 1, noise included
    unmet         BIGINT NOT NULL,    -- increment of verdict 2, noise included
    undetermined  BIGINT NOT NULL,    -- increment of verdict 3, noise included
    vetoed        BIGINT NOT NULL,    -- increment of verdict 4, noise included
    noise         TEXT NOT NULL,       -- epsilon of the noise, or 'none'
    nonce         BYTEA NOT NULL,       -- 32 random bytes in the hash, never published
    previous_hash BYTEA NOT NULL,       -- hash of the row before
    hash          BYTEA NOT NULL        -- SHA-256 of all of the above and the lane
);
CREATE INDEX release_by_district ON release (district, pack);

CREATE TABLE closing (
    period TEXT PRIMARY KEY NOT NULL -- a week whose release job has run
);

CREATE TABLE token (
    hash      BYTEA PRIMARY KEY NOT NULL, -- SHA-256 of the token; the token itself is nowhere
    label     TEXT NOT NULL UNIQUE,      -- such as 天河区联系人-1; no person's name
    scope     TEXT NOT NULL,             -- read:district:CODE, read:city or issue:tokens
    created   TEXT NOT NULL,             -- day of issue
    expires   TEXT NOT NULL,             -- last day on which it works
    revoked   TEXT,                      -- day of revocation
    last_used TEXT                       -- day of the last use
);

CREATE TABLE audit (
    seq    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- order of entries
    day    TEXT NOT NULL,       -- the day
    actor  TEXT NOT NULL,       -- the server or the command line
    action TEXT NOT NULL,       -- what was done
    detail TEXT NOT NULL        -- to what
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$;
CREATE TRIGGER release_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON release
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE schema_version (
    version        INTEGER NOT NULL, -- the schema's version; one row
    oldest_program INTEGER NOT NULL  -- the oldest version whose programs may still work on it
);
INSERT INTO schema_version (version, oldest_program) VALUES (2, 2);
