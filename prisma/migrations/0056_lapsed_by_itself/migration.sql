-- A system that has lapsed is counted by itself, not among those that were never begun. A value is used only after it is committed:
-- what is written with it stands in the next migration.
ALTER TYPE bucket ADD VALUE 'lapsed' BEFORE 'ceased';
