-- What people saw, concluded and assumed. A later one supersedes an earlier; all
-- stay.

-- +goose Up
CREATE TABLE sightings (
    seq     INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    id      TEXT NOT NULL,
    body    TEXT NOT NULL, -- atleast.Sighting as JSON
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE verdicts (
    seq     INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    id      TEXT NOT NULL,
    body    TEXT NOT NULL, -- atleast.Verdict as JSON
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE assumptions (
    seq     INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    name    TEXT NOT NULL,
    body    TEXT NOT NULL -- atleast.Assumption as JSON
) STRICT;

CREATE INDEX assumptions_by_name ON assumptions (case_id, name);

-- +goose Down
DROP TABLE assumptions;
DROP TABLE verdicts;
DROP TABLE sightings;
