-- Version 1 to version 2, before new_in_2.sql; the ids follow, hashed.
LOCK TABLE seen, cell, closing IN ACCESS EXCLUSIVE MODE;

ALTER TABLE seen RENAME TO old_seen;
ALTER INDEX seen_pkey RENAME TO old_seen_pkey;

ALTER TABLE cell
ADD COLUMN reason TEXT NOT NULL DEFAULT '', -- why they are held
ADD COLUMN writer SMALLINT NOT NULL DEFAULT 0; -- which of the servers counted
UPDATE cell SET reason = 'earlier' WHERE held_day <> '';
ALTER TABLE cell
DROP CONSTRAINT cell_pkey,
ADD PRIMARY KEY (period, held_day, reason, pack, district, verdict, writer);

ALTER TABLE schema_version ADD COLUMN oldest_program INTEGER NOT NULL DEFAULT 2;
UPDATE schema_version SET version = 2;
