-- What the stages have read from an item: derived, and replaced when it is read
-- again. Claims point into the text by byte offsets.

-- +goose Up
CREATE TABLE texts (
    item      TEXT PRIMARY KEY REFERENCES items (digest),
    body      TEXT NOT NULL,
    published TEXT NOT NULL, -- the day, "2006-01-02"; empty where not known
    outlet    TEXT NOT NULL  -- who published it, as the report says; empty where it does not
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    item TEXT NOT NULL REFERENCES items (digest),
    n    INTEGER NOT NULL, -- the order in which they stand in the text
    id   TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,    -- atleast.ReadClaim as JSON
    PRIMARY KEY (item, n)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE claims;
DROP TABLE texts;
