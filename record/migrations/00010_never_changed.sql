-- What was recorded is never changed or erased, not even by a mistake in the
-- program. (Readings, fingerprints, troubles and marks are derived or passing.)

-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER cases_never_updated BEFORE UPDATE ON cases
BEGIN SELECT RAISE(ABORT, 'cases are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER cases_never_deleted BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'cases are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER items_never_updated BEFORE UPDATE ON items
BEGIN SELECT RAISE(ABORT, 'items are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER items_never_deleted BEFORE DELETE ON items
BEGIN SELECT RAISE(ABORT, 'items are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER finds_never_updated BEFORE UPDATE ON finds
BEGIN SELECT RAISE(ABORT, 'finds are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER finds_never_deleted BEFORE DELETE ON finds
BEGIN SELECT RAISE(ABORT, 'finds are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER sightings_never_updated BEFORE UPDATE ON sightings
BEGIN SELECT RAISE(ABORT, 'sightings are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER sightings_never_deleted BEFORE DELETE ON sightings
BEGIN SELECT RAISE(ABORT, 'sightings are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER verdicts_never_updated BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER verdicts_never_deleted BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER assumptions_never_updated BEFORE UPDATE ON assumptions
BEGIN SELECT RAISE(ABORT, 'assumptions are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER assumptions_never_deleted BEFORE DELETE ON assumptions
BEGIN SELECT RAISE(ABORT, 'assumptions are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER tallies_never_updated BEFORE UPDATE ON tallies
BEGIN SELECT RAISE(ABORT, 'tallies are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER tallies_never_deleted BEFORE DELETE ON tallies
BEGIN SELECT RAISE(ABORT, 'tallies are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ledger_leaves_never_updated BEFORE UPDATE ON ledger_leaves
BEGIN SELECT RAISE(ABORT, 'ledger_leaves are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ledger_leaves_never_deleted BEFORE DELETE ON ledger_leaves
BEGIN SELECT RAISE(ABORT, 'ledger_leaves are never erased'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ledger_hashes_never_updated BEFORE UPDATE ON ledger_hashes
BEGIN SELECT RAISE(ABORT, 'ledger_hashes are never changed'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER ledger_hashes_never_deleted BEFORE DELETE ON ledger_hashes
BEGIN SELECT RAISE(ABORT, 'ledger_hashes are never erased'); END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER cases_never_updated;
DROP TRIGGER cases_never_deleted;
DROP TRIGGER items_never_updated;
DROP TRIGGER items_never_deleted;
DROP TRIGGER finds_never_updated;
DROP TRIGGER finds_never_deleted;
DROP TRIGGER sightings_never_updated;
DROP TRIGGER sightings_never_deleted;
DROP TRIGGER verdicts_never_updated;
DROP TRIGGER verdicts_never_deleted;
DROP TRIGGER assumptions_never_updated;
DROP TRIGGER assumptions_never_deleted;
DROP TRIGGER tallies_never_updated;
DROP TRIGGER tallies_never_deleted;
DROP TRIGGER ledger_leaves_never_updated;
DROP TRIGGER ledger_leaves_never_deleted;
DROP TRIGGER ledger_hashes_never_updated;
DROP TRIGGER ledger_hashes_never_deleted;
