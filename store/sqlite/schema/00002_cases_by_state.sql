-- +goose Up
-- Queues ask for the cases in a state at all offices. The program before this one does not mind the index.
CREATE INDEX cases_by_state ON cases (state, received, id);
