-- What the agency says of one finding when the minutes are signed, in its own words. Empty where it says nothing of its own.
ALTER TABLE finding ADD COLUMN "agency_statement" TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD CHECK (length(agency_statement) <= 4000), ADD CHECK (agency_statement IS NFC NORMALIZED);

-- Dissent says why: of the whole, or at a finding. Both stand in the signed text.
ALTER TABLE visit_minutes DROP CONSTRAINT visit_minutes_dissent_says_why,
  ADD CONSTRAINT visit_minutes_dissent_says_why CHECK (opinion <> 'dissents' OR statement <> ''
    OR jsonb_path_exists(content::jsonb, '$.findings[*].statement ? (@ != "")'));
