-- What version 3 brought: a new schema and one of version 2 get it alike.

ALTER TABLE release ADD COLUMN lane TEXT NOT NULL DEFAULT ''; -- '' or 'token': without a blind token or with one

CREATE TABLE token_week (
    period TEXT PRIMARY KEY NOT NULL, -- ISO week of blind tokens
    issued INTEGER NOT NULL,          -- how many the portal fetched
    spent  INTEGER NOT NULL           -- how many were counted; of a closed week rounded down to tens
) STRICT, WITHOUT ROWID;
