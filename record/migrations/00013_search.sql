-- The words by which items are found again. searchable says what they are, from
-- the other tables; search holds them for FTS5, under the item's seq, and is
-- written again for an item whenever one of them changes.

-- +goose Up
CREATE INDEX sightings_by_footage ON sightings (json_extract(body, '$.footage'));

CREATE VIEW searchable AS SELECT items.seq AS seq, items.digest AS item,
    json_extract(items.body, '$.name') AS name,
    (SELECT group_concat(place, char(10)) FROM (SELECT DISTINCT place FROM finds WHERE item = items.digest ORDER BY seq)) AS place,
    (SELECT body FROM texts WHERE item = items.digest) AS report,
    (SELECT group_concat(concat_ws(': ', nullif(json_extract(body, '$.speaker'), ''), json_extract(body, '$.quote')), char(10) ORDER BY n)
        FROM claims WHERE item = items.digest) AS claims,
    (SELECT group_concat(concat_ws(': ', nullif(json_extract(body, '$.kind'), ''), json_extract(body, '$.why')), char(10) ORDER BY seq)
        FROM sightings WHERE json_extract(body, '$.footage') = items.digest) AS notes,
    (SELECT group_concat(json_extract(value, '$.text'), char(10) ORDER BY key)
        FROM screen_texts, json_each(screen_texts.body, '$.lines') WHERE item = items.digest) AS screen
    FROM items;

CREATE VIRTUAL TABLE search USING fts5 (name, place, report, claims, notes, screen, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO search (rowid, name, place, report, claims, notes, screen)
    SELECT seq, name, place, report, claims, notes, screen FROM searchable;

-- +goose Down
DROP TABLE search;
DROP VIEW searchable;
DROP INDEX sightings_by_footage;
