-- What a reader should know of how a text was taken: that its charset was guessed,
-- or that its main part was not told from the rest.

-- +goose Up
ALTER TABLE texts ADD COLUMN caveat TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE texts DROP COLUMN caveat;
