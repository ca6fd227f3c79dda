-- What version 3 brought: programs of version 2 may go on working, as long as no site uses blind tokens.

ALTER TABLE release ADD COLUMN lane TEXT NOT NULL DEFAULT ''; -- '' or 'token': without a blind token or with one

CREATE TABLE token_week (
    period TEXT NOT NULL,     -- ISO week of blind tokens
    writer SMALLINT NOT NULL, -- which of the servers counted: no two wait for the same row
    issued BIGINT NOT NULL,   -- how many the portal fetched
    spent  BIGINT NOT NULL,   -- how many were counted; of a closed week rounded down to tens
    PRIMARY KEY (period, writer)
);

UPDATE schema_version SET version = 3;
