-- The ledger: the leaves as they were hashed, and the tree's stored hashes in
-- the order of golang.org/x/mod/sumdb/tlog.

-- +goose Up
CREATE TABLE ledger_leaves (
    n    INTEGER PRIMARY KEY, -- from 0
    leaf BLOB NOT NULL
) STRICT;

CREATE TABLE ledger_hashes (
    n    INTEGER PRIMARY KEY,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- +goose Down
DROP TABLE ledger_hashes;
DROP TABLE ledger_leaves;
