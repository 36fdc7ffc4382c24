-- A finding in its parts: beside what was seen and how far it reaches, where that was seen (place, record, code, date) and, where
-- the inspector made it more precise than the question does, the requirement. Empty where it was not asked then.
ALTER TABLE finding ADD COLUMN "reference" TEXT NOT NULL DEFAULT '', ADD COLUMN "requirement_text" TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD CHECK (length(reference) <= 500), ADD CHECK (reference IS NFC NORMALIZED),
  ADD CHECK (length(requirement_text) <= 500), ADD CHECK (requirement_text IS NFC NORMALIZED);
