-- What an entry of the ledger speaks of, and what it says was done, so that
-- entries are found without reading them all. The columns are read out of the
-- leaf and are not stored beside it; a leaf that is no event has neither.

-- +goose Up
ALTER TABLE ledger_leaves ADD COLUMN subject TEXT
    AS (CASE WHEN json_valid(CAST(leaf AS TEXT)) THEN json_extract(CAST(leaf AS TEXT), '$.subject') END) VIRTUAL;
ALTER TABLE ledger_leaves ADD COLUMN kind TEXT
    AS (CASE WHEN json_valid(CAST(leaf AS TEXT)) THEN json_extract(CAST(leaf AS TEXT), '$.kind') END) VIRTUAL;
CREATE INDEX ledger_by_subject ON ledger_leaves (subject);
CREATE INDEX ledger_by_kind ON ledger_leaves (kind);

-- +goose Down
DROP INDEX ledger_by_kind;
DROP INDEX ledger_by_subject;
ALTER TABLE ledger_leaves DROP COLUMN kind;
ALTER TABLE ledger_leaves DROP COLUMN subject;
