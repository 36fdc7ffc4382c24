-- The code of what a row takes the place of, as its decision writes it: what no row names yet is known by it, whichever decision is read
-- first.
ALTER TABLE procedure_replacement ADD COLUMN code TEXT CHECK (code ~ '^\d\.\d{6}$');
