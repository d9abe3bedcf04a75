-- One row for each of the latest updates, so that one whose commit failed can be
-- looked for afterwards.

-- +goose Up
CREATE TABLE marks (
    seq  INTEGER PRIMARY KEY AUTOINCREMENT,
    mark TEXT NOT NULL UNIQUE
) STRICT;

-- +goose Down
DROP TABLE marks;
