-- Version 1. Every column says what it is for; there is none that names a person, firm or address.

CREATE TABLE seen (
    period TEXT NOT NULL, -- ISO week of the report, such as 2026W47
    id     BLOB NOT NULL, -- 16 random bytes of the browser; they make a retry harmless
    PRIMARY KEY (period, id)
) STRICT, WITHOUT ROWID;  -- emptied when the period is closed

CREATE TABLE cell (
    period   TEXT NOT NULL,    -- ISO week of the reports
    held_day TEXT NOT NULL,    -- '' in the ordinary lane; the day of arrival in the held lane
    pack     TEXT NOT NULL,    -- five-character code of the rule pack
    district TEXT NOT NULL,    -- six-digit code of the district
    verdict  TEXT NOT NULL,    -- one-digit code of the verdict
    n        INTEGER NOT NULL, -- how many reports wait for release
    PRIMARY KEY (period, held_day, pack, district, verdict)
) STRICT, WITHOUT ROWID;       -- a row is deleted once it is released

CREATE TABLE release (
    seq           INTEGER PRIMARY KEY, -- place in the chain, from 1
    district      TEXT NOT NULL,       -- six-digit code of the district
    pack          TEXT NOT NULL,       -- five-character code of the rule pack
    from_period   TEXT NOT NULL,       -- first week with a report in this increment
    to_period     TEXT NOT NULL,       -- the week whose closing released it
    met           INTEGER NOT NULL,    -- increment of verdict 1, noise included
    unmet         INTEGER NOT NULL,    -- increment of verdict 2, noise included
    undetermined  INTEGER NOT NULL,    -- increment of verdict 3, noise included
    vetoed        INTEGER NOT NULL,    -- increment of verdict 4, noise included
    noise         TEXT NOT NULL,       -- epsilon of the noise, or 'none'
    nonce         BLOB NOT NULL,       -- 32 random bytes in the hash, never published
    previous_hash BLOB NOT NULL,       -- hash of the row before
    hash          BLOB NOT NULL        -- SHA-256 of all of the above
) STRICT;
CREATE INDEX release_by_district ON release (district, pack);

CREATE TABLE closing (
    period TEXT PRIMARY KEY NOT NULL -- a week whose release job has run
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
    hash      BLOB PRIMARY KEY NOT NULL, -- SHA-256 of the token; the token itself is nowhere
    label     TEXT NOT NULL UNIQUE,      -- such as 天河区联系人-1; no person's name
    scope     TEXT NOT NULL,             -- read:district:CODE or read:city
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
