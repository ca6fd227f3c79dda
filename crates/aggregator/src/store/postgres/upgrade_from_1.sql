-- Version 1 to version 2; the ids follow, hashed.
LOCK TABLE seen, cell, closing IN ACCESS EXCLUSIVE MODE;

ALTER TABLE seen RENAME TO old_seen;
ALTER INDEX seen_pkey RENAME TO old_seen_pkey;
CREATE TABLE seen (
    period TEXT NOT NULL, -- ISO week of the report, such as 2026W47
    id     BYTEA NOT NULL, -- keyed hash of the report's random id; it makes a retry harmless
    PRIMARY KEY (period, id)
) PARTITION BY LIST (period);

CREATE TABLE period_key (
    period TEXT PRIMARY KEY NOT NULL, -- an open week
    hash   BYTEA NOT NULL -- by what its key is known again, from which nobody gets the key
);

ALTER TABLE cell
ADD COLUMN reason TEXT NOT NULL DEFAULT '', -- why they are held
ADD COLUMN writer SMALLINT NOT NULL DEFAULT 0; -- which of the servers counted
UPDATE cell SET reason = 'earlier' WHERE held_day <> '';
ALTER TABLE cell
DROP CONSTRAINT cell_pkey,
ADD PRIMARY KEY (period, held_day, reason, pack, district, verdict, writer);

CREATE TABLE clock (
    one        INTEGER PRIMARY KEY CHECK (one = 1), -- there is one row
    began      TEXT,                                -- the week in which counting began
    high_water TEXT,                                -- the latest moment that a server has believed in
    settings   BIGINT NOT NULL,                     -- how often an operator has set that moment
    beat       BIGINT NOT NULL                      -- changes when it is tried whether writing works
);
INSERT INTO clock (one, settings, beat) VALUES (1, 0, 0);

CREATE TABLE busy_day (
    day      TEXT NOT NULL,    -- a finished day of the last two weeks
    district TEXT NOT NULL,    -- six-digit code of the district
    n        INTEGER NOT NULL, -- reports of that day, rounded to tens
    PRIMARY KEY (day, district)
);

ALTER TABLE schema_version ADD COLUMN oldest_program INTEGER NOT NULL DEFAULT 2;
UPDATE schema_version SET version = 2;
