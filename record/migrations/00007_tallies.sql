-- Tallies by the digest of the evidence they were computed from: the same
-- evidence is never counted twice, and an old tally stays beside the new.

-- +goose Up
CREATE TABLE tallies (
    seq      INTEGER PRIMARY KEY,
    evidence TEXT NOT NULL UNIQUE, -- SHA-256 of the evidence's JSON
    case_id  TEXT NOT NULL REFERENCES cases (id),
    body     TEXT NOT NULL         -- atleast.Tally as JSON
) STRICT;

-- +goose Down
DROP TABLE tallies;
