-- An item is something preserved as it arrived. Cases share it: what ties it to
-- a case is that it was found for it.

-- +goose Up
CREATE TABLE items (
    seq    INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE, -- 64 hexadecimal digits
    body   TEXT NOT NULL         -- atleast.Item as JSON
) STRICT;

CREATE TABLE finds (
    seq     INTEGER PRIMARY KEY,
    item    TEXT NOT NULL REFERENCES items (digest),
    case_id TEXT NOT NULL REFERENCES cases (id),
    place   TEXT NOT NULL,
    by      TEXT NOT NULL,
    body    TEXT NOT NULL, -- atleast.Find as JSON
    UNIQUE (item, case_id, place, by)
) STRICT;

CREATE INDEX finds_by_case ON finds (case_id, item);

-- +goose Down
DROP TABLE finds;
DROP TABLE items;
