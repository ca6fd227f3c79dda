-- The tables that version 2 brought: a new schema and one of version 1 get them alike.

CREATE TABLE seen (
    period TEXT NOT NULL, -- ISO week of the report, such as 2026W47
    id     BYTEA NOT NULL, -- keyed hash of the report's random id; it makes a retry harmless
    PRIMARY KEY (period, id)
) PARTITION BY LIST (period); -- a partition for each week, dropped when the week is closed; the key is in no database

CREATE TABLE period_key (
    period TEXT PRIMARY KEY NOT NULL, -- an open week
    hash   BYTEA NOT NULL -- by what its key is known again, from which nobody gets the key
);

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
