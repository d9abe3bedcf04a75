-- What a program read on pictures and films: derived, and replaced when it is
-- read again.

-- +goose Up
CREATE TABLE screen_texts (
    item TEXT PRIMARY KEY REFERENCES items (digest),
    body TEXT NOT NULL -- atleast.ScreenText as JSON
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE screen_texts;
