-- Version 2; new_in_3.sql follows. Every column says what it is for; there is none that names a person, firm or
-- address.

CREATE TABLE seen (
    period TEXT NOT NULL, -- ISO week of the report, such as 2026W47
    id     BLOB NOT NULL, -- keyed hash of the report's random id; it makes a retry harmless
    PRIMARY KEY (period, id)
) STRICT, WITHOUT ROWID;  -- emptied when the period is closed; the key is in no database

CREATE TABLE period_key (
    period TEXT PRIMARY KEY NOT NULL, -- an open week
    hash   BLOB NOT NULL              -- by what its key is known again, from which nobody gets the key
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
    period   TEXT NOT NULL,    -- ISO week of the reports
    held_day TEXT NOT NULL,    -- '' for what the next release takes; the day of arrival in the held lane
    reason   TEXT NOT NULL,    -- '' or 'token': without a blind token or with one; else why they are held
    pack     TEXT NOT NULL,    -- five-character code of the rule pack
    district TEXT NOT NULL,    -- six-digit code of the district
    verdict  TEXT NOT NULL,    -- one-digit code of the verdict
    n        INTEGER NOT NULL, -- how many reports wait for release
    PRIMARY KEY (period, held_day, reason, pack, district, verdict)
) STRICT, WITHOUT ROWID;       -- a row is deleted once it is released

CREATE TABLE release (
    seq           INTEGER PRIMARY KEY, -- place in the chain, from 1
    district      TEXT NOT NULL,       -- six-digit code of the district
    pack          TEXT NOT NULL,       -- five-character code of the rule pack
    from_period   TEXT NOT NULL,       -- the week after the last release of the same district and pack
    to_period     TEXT NOT NULL,       -- the week whose closing released it
    met           INTEGER NOT NULL,    -- increment of verdict 1, noise included
    unmet         INTEGER NOT NULL,    -- increment of verdict 2, noise included
    undetermined  INTEGER NOT NULL,    -- increment of verdict 3, noise included
    vetoed        INTEGER NOT NULL,    -- increment of verdict 4, noise included
    noise         TEXT NOT NULL,       -- epsilon of the noise, or 'none'
    nonce         BLOB NOT NULL,       -- 32 random bytes in the hash, never published
    previous_hash BLOB NOT NULL,       -- hash of the row before
    hash          BLOB NOT NULL        -- SHA-256 of all of the above and the lane
) STRICT;
CREATE INDEX release_by_district ON release (district, pack);

CREATE TABLE closing (
    period TEXT PRIMARY KEY NOT NULL -- a week whose release job has run
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
    one        INTEGER PRIMARY KEY CHECK (one = 1), -- there is one row
    began      TEXT,                                -- the week in which counting began
    high_water TEXT,                                -- the latest moment that a server has believed in
    settings   INTEGER NOT NULL,                    -- how often an operator has set that moment
    beat       INTEGER NOT NULL                     -- changes when it is tried whether writing works
) STRICT;
INSERT INTO clock (one, settings, beat) VALUES (1, 0, 0);

CREATE TABLE busy_day (
    day      TEXT NOT NULL,    -- a finished day of the last two weeks
    district TEXT NOT NULL,    -- six-digit code of the district
    n        INTEGER NOT NULL, -- reports of that day, rounded to tens
    PRIMARY KEY (day, district)
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
    hash      BLOB PRIMARY KEY NOT NULL, -- SHA-256 of the token; the token itself is nowhere
    label     TEXT NOT NULL UNIQUE,      -- such as 天河区联系人-1; no person's name
    scope     TEXT NOT NULL,             -- read:district:CODE, read:city or issue:tokens
    created   TEXT NOT NULL,             -- day of issue
    expires   TEXT NOT NULL,             -- last day on which it works
    revoked   TEXT,                      -- day of revocation
    last_used TEXT                       -- day of the last use
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    seq    INTEGER PRIMARY KEY, -- order of entries
    day    TEXT NOT NULL,       -- the day
    actor  TEXT NOT NULL,       -- the server or the command line
    action TEXT NOT NULL,       -- what was done
    detail TEXT NOT NULL        -- to what
) STRICT;

CREATE TRIGGER release_is_never_changed BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;
CREATE TRIGGER release_is_never_deleted BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit record never changes'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit record is never deleted'); END;
