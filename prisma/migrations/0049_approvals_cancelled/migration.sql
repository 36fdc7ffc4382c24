-- An approval, or a signature, that was recorded wrongly is cancelled like every other entry: by the head, or on the same day by the
-- officer who recorded it from the paper. The text stays readable as it was approved, was in force on no day that is asked about from
-- now on, and what it took the place of is in force again. Only the last one is cancelled; nobody judges what stands behind another.
ALTER TABLE "document_revision" ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
ALTER TABLE "quality_policy" ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
GRANT UPDATE (recorded_at) ON document_revision, quality_policy TO nenep_app;

DO $$
DECLARE t text; c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['document_revision', 'quality_policy'] LOOP
    SELECT conname INTO STRICT c FROM pg_constraint WHERE conrelid = t::regclass AND contype = 'c'
      AND pg_get_constraintdef(oid) LIKE '%cancellation_id IS NULL%';
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', t, c);
  END LOOP;
END $$;
ALTER TABLE document_revision DROP CONSTRAINT document_revision_one_current, ADD CONSTRAINT document_revision_one_current
  EXCLUDE USING gist (document_id WITH =, daterange(effective_on, obsolete_on, '[)') WITH &&) WHERE (approved_on IS NOT NULL AND cancellation_id IS NULL);
ALTER TABLE quality_policy DROP CONSTRAINT quality_policy_one_current, ADD CONSTRAINT quality_policy_one_current
  EXCLUDE USING gist (agency_id WITH =, daterange(signed_on, replaced_on, '[)') WITH &&) WHERE (signed_on IS NOT NULL AND cancellation_id IS NULL);

CREATE OR REPLACE FUNCTION refuse_change_of_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ends text[] := ARRAY['obsolete_on', 'cancellation_id'];
BEGIN
  IF OLD.approved_on IS NOT NULL AND (to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends
    OR (NEW.cancellation_id IS NOT NULL AND OLD.obsolete_on IS NOT NULL)) THEN
    RAISE EXCEPTION 'revision % is approved', OLD.id USING ERRCODE = 'NN002';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ends text[] := ARRAY['replaced_on', 'cancellation_id'];
BEGIN
  IF OLD.signed_on IS NOT NULL AND (to_jsonb(NEW) - ends <> to_jsonb(OLD) - ends
    OR (NEW.cancellation_id IS NOT NULL AND OLD.replaced_on IS NOT NULL)) THEN
    RAISE EXCEPTION 'policy % is signed', OLD.id USING ERRCODE = 'NN002';
  END IF;
  RETURN NEW;
END $$;

-- Anybody who writes for the agency discards a draft; what was approved is not anybody's to cancel.
DROP TRIGGER document_revision_cancelled ON document_revision;
DROP TRIGGER quality_policy_cancelled ON quality_policy;
CREATE TRIGGER document_revision_cancelled BEFORE UPDATE ON document_revision
  FOR EACH ROW WHEN (OLD.approved_on IS NULL) EXECUTE FUNCTION refuse_change_of_cancelled();
CREATE TRIGGER document_approval_cancelled BEFORE UPDATE ON document_revision
  FOR EACH ROW WHEN (OLD.approved_on IS NOT NULL) EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
CREATE TRIGGER quality_policy_cancelled BEFORE UPDATE ON quality_policy
  FOR EACH ROW WHEN (OLD.signed_on IS NULL) EXECUTE FUNCTION refuse_change_of_cancelled();
CREATE TRIGGER policy_signature_cancelled BEFORE UPDATE ON quality_policy
  FOR EACH ROW WHEN (OLD.signed_on IS NOT NULL) EXECUTE FUNCTION refuse_change_of_cancelled('recorded_by', 'recorded_at');
