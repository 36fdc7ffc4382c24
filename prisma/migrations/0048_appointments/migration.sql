-- Who heads an agency is said by a decision: an appointment is begun and ended by the province's people or the administrator, each with
-- its decision. Whoever acts as head without being appointed for good heads it all the same, and is called so.
ALTER TABLE "appointment" ADD COLUMN "acting" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "decided_on" DATE,
  ADD COLUMN "end_decision" TEXT,
  ADD COLUMN "end_decided_on" DATE,
  ADD COLUMN "recorded_by" UUID,
  ADD COLUMN "recorded_name" TEXT,
  ADD COLUMN "cancellation_id" UUID,
  ADD CONSTRAINT "appointment_agency_id_cancellation_id_fkey" FOREIGN KEY ("agency_id", "cancellation_id") REFERENCES "cancellation"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One that was cancelled holds on no day: its period is empty, and stands in nobody's way.
ALTER TABLE appointment DROP CONSTRAINT appointment_check,
  ADD CHECK (CASE WHEN cancellation_id IS NULL THEN valid_to IS NULL OR valid_to > valid_from ELSE coalesce(valid_to = valid_from, false) END),
  ADD CHECK (NOT acting OR post = 'head'),
  ADD CHECK (end_decision IS NULL OR (end_decision IS NFC NORMALIZED AND valid_to IS NOT NULL)),
  ADD CHECK (recorded_name IS NFC NORMALIZED);

-- What was begun only ever ends, or is cancelled; what was cancelled stays.
CREATE FUNCTION refuse_change_of_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.cancellation_id IS NOT NULL OR (NEW.cancellation_id IS NULL AND OLD.valid_to IS NOT NULL
    AND (NEW.valid_to IS NULL OR NEW.valid_to > OLD.valid_to)) THEN
    RAISE EXCEPTION 'appointment % only ever ends, or is cancelled', OLD.id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_ends BEFORE UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION refuse_change_of_appointment();

CREATE FUNCTION appoints() RETURNS boolean LANGUAGE sql STABLE RETURN coalesce(viewer_role() IN ('leader', 'admin'), false);
CREATE POLICY appointing_insert ON appointment FOR INSERT WITH CHECK ((SELECT appoints()) AND recorded_by = (SELECT viewer_account()));
CREATE POLICY appointing_update ON appointment FOR UPDATE USING ((SELECT appoints()));
CREATE POLICY leader_insert ON person FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'leader');
GRANT INSERT ON appointment TO nenep_app;
GRANT UPDATE (valid_to, end_decision, end_decided_on, cancellation_id) ON appointment TO nenep_app;

-- Of what was cancelled the administrator reads the appointments, and what they cancelled themselves.
CREATE POLICY admin_insert ON cancellation FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'admin' AND cancelled_by = (SELECT viewer_account()));
CREATE POLICY admin_read ON cancellation FOR SELECT USING ((SELECT viewer_role()) = 'admin' AND (cancelled_by = (SELECT viewer_account())
  OR EXISTS (SELECT 1 FROM appointment a WHERE a.agency_id = cancellation.agency_id AND a.cancellation_id = cancellation.id)));

-- Which role an account has on a day: an officer who heads the agency then, appointed or acting, has the head's, on no other day.
CREATE FUNCTION role_on(account uuid, on_day date) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT CASE WHEN c.role = 'officer' AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = c.person_id AND a.agency_id = c.agency_id
  AND a.post = 'head' AND a.valid_from <= on_day AND coalesce(a.valid_to, 'infinity') > on_day) THEN 'head' ELSE c.role::text END
  FROM account c WHERE c.id = account);
