-- The fingerprint of a medium, as the matching stage writes and reads it.

-- +goose Up
CREATE TABLE fingerprints (
    item TEXT PRIMARY KEY REFERENCES items (digest),
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE fingerprints;
