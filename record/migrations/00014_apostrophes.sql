-- The apostrophe of Ukrainian words is written in several ways. One of them,
-- U+02BC, counts as a letter, and a word with it was not found by any other: it
-- parts words like the others do. The letters і, ї and й stay what they are.

-- +goose Up
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (name, place, report, claims, notes, screen,
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'");
INSERT INTO search (rowid, name, place, report, claims, notes, screen)
    SELECT seq, name, place, report, claims, notes, screen FROM searchable;

-- +goose Down
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (name, place, report, claims, notes, screen, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO search (rowid, name, place, report, claims, notes, screen)
    SELECT seq, name, place, report, claims, notes, screen FROM searchable;
