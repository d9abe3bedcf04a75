-- Why a stage could do nothing with an item. That is a result like any other,
-- replaced when the stage looks again.

-- +goose Up
CREATE TABLE troubles (
    item   TEXT NOT NULL REFERENCES items (digest),
    stage  TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (item, stage)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE troubles;
