-- A case is one question under investigation.

-- +goose Up
CREATE TABLE cases (
    seq  INTEGER PRIMARY KEY, -- the order in which they were opened
    id   TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL        -- atleast.Case as JSON
) STRICT;

-- +goose Down
DROP TABLE cases;
