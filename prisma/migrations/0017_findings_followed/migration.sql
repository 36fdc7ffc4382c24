-- Findings followed to their end: each answer of the agency a row of its own, sent back with a reason or verified; what a
-- higher level blocks, with its clock; questions and answers between the agency and the lead agency.
CREATE TYPE "finding_side" AS ENUM ('agency', 'lead');

CREATE TABLE "finding_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "correction" TEXT NOT NULL,
    "corrective_action" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "done_by" DATE NOT NULL,
    "answered_on" DATE NOT NULL,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_answer_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "finding_answer_file" (
    "answer_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,

    CONSTRAINT "finding_answer_file_pkey" PRIMARY KEY ("answer_id", "attachment_id")
);
CREATE TABLE "finding_return" (
    "answer_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "returned_on" DATE NOT NULL,
    "returned_by" UUID,
    "returned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_return_pkey" PRIMARY KEY ("answer_id")
);
CREATE TABLE "finding_claim" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "blocking_body" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "stated_on" DATE NOT NULL,
    "stated_by" UUID,
    "stated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_claim_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "finding_claim_refusal" (
    "claim_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "refused_on" DATE NOT NULL,
    "refused_by" UUID,

    CONSTRAINT "finding_claim_refusal_pkey" PRIMARY KEY ("claim_id")
);
CREATE TABLE "finding_stop" (
    "claim_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "accepted_on" DATE NOT NULL,
    "accepted_by" UUID,
    "end_note" TEXT,
    "ended_by" UUID,

    CONSTRAINT "finding_stop_pkey" PRIMARY KEY ("claim_id")
);
CREATE TABLE "finding_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "finding_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "side" "finding_side" NOT NULL,
    "asks" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "attachment_id" UUID,
    "author_name" TEXT NOT NULL,
    "written_on" DATE NOT NULL,
    "written_by" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_message_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "finding_answer_finding_id_number_key" ON "finding_answer"("finding_id", "number");
CREATE UNIQUE INDEX "finding_answer_agency_id_id_key" ON "finding_answer"("agency_id", "id");
CREATE UNIQUE INDEX "finding_answer_finding_id_id_key" ON "finding_answer"("finding_id", "id");
CREATE UNIQUE INDEX "finding_claim_finding_id_number_key" ON "finding_claim"("finding_id", "number");
CREATE UNIQUE INDEX "finding_claim_finding_id_id_key" ON "finding_claim"("finding_id", "id");
CREATE UNIQUE INDEX "finding_message_finding_id_number_key" ON "finding_message"("finding_id", "number");
CREATE UNIQUE INDEX "finding_return_finding_id_answer_id_key" ON "finding_return"("finding_id", "answer_id");
CREATE UNIQUE INDEX "finding_claim_refusal_finding_id_claim_id_key" ON "finding_claim_refusal"("finding_id", "claim_id");
CREATE UNIQUE INDEX "finding_stop_finding_id_claim_id_key" ON "finding_stop"("finding_id", "claim_id");

ALTER TABLE "finding_answer" ADD CONSTRAINT "finding_answer_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_answer_file" ADD CONSTRAINT "finding_answer_file_agency_id_answer_id_fkey" FOREIGN KEY ("agency_id", "answer_id") REFERENCES "finding_answer"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_answer_file" ADD CONSTRAINT "finding_answer_file_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_return" ADD CONSTRAINT "finding_return_finding_id_answer_id_fkey" FOREIGN KEY ("finding_id", "answer_id") REFERENCES "finding_answer"("finding_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_return" ADD CONSTRAINT "finding_return_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_claim" ADD CONSTRAINT "finding_claim_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_claim_refusal" ADD CONSTRAINT "finding_claim_refusal_finding_id_claim_id_fkey" FOREIGN KEY ("finding_id", "claim_id") REFERENCES "finding_claim"("finding_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_claim_refusal" ADD CONSTRAINT "finding_claim_refusal_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_stop" ADD CONSTRAINT "finding_stop_finding_id_claim_id_fkey" FOREIGN KEY ("finding_id", "claim_id") REFERENCES "finding_claim"("finding_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_stop" ADD CONSTRAINT "finding_stop_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_message" ADD CONSTRAINT "finding_message_agency_id_finding_id_fkey" FOREIGN KEY ("agency_id", "finding_id") REFERENCES "finding"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_message" ADD CONSTRAINT "finding_message_agency_id_attachment_id_fkey" FOREIGN KEY ("agency_id", "attachment_id") REFERENCES "attachment"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A day may be blocked once only, however many claims there were.
ALTER TABLE finding_stop ADD CONSTRAINT finding_stop_no_overlap
  EXCLUDE USING gist (finding_id WITH =, daterange(starts_on, ends_on, '[)') WITH &&);
ALTER TABLE finding_stop ADD CHECK (ends_on >= starts_on), ADD CHECK ((ends_on IS NULL) = (end_note IS NULL)),
  ADD CHECK (accepted_on >= starts_on), ADD CHECK (length(end_note) BETWEEN 1 AND 2000 AND end_note IS NFC NORMALIZED);
ALTER TABLE finding_answer ADD CHECK (number >= 1), ADD CHECK (cause <> '' AND cause IS NFC NORMALIZED AND length(cause) <= 2000),
  ADD CHECK (correction <> '' AND correction IS NFC NORMALIZED AND length(correction) <= 2000),
  ADD CHECK (corrective_action <> '' AND corrective_action IS NFC NORMALIZED AND length(corrective_action) <= 2000),
  ADD CHECK (responsible <> '' AND responsible IS NFC NORMALIZED AND length(responsible) <= 200);
ALTER TABLE finding_return ADD CHECK (reason <> '' AND reason IS NFC NORMALIZED AND length(reason) <= 2000);
ALTER TABLE finding_claim ADD CHECK (number >= 1), ADD CHECK (since <= stated_on),
  ADD CHECK (blocking_body <> '' AND blocking_body IS NFC NORMALIZED AND length(blocking_body) <= 200),
  ADD CHECK (reference <> '' AND reference IS NFC NORMALIZED AND length(reference) <= 300),
  ADD CHECK (explanation <> '' AND explanation IS NFC NORMALIZED AND length(explanation) <= 2000);
ALTER TABLE finding_claim_refusal ADD CHECK (reason <> '' AND reason IS NFC NORMALIZED AND length(reason) <= 2000);
ALTER TABLE finding_message ADD CHECK (number >= 1), ADD CHECK (text <> '' AND text IS NFC NORMALIZED AND length(text) <= 4000),
  ADD CHECK (author_name <> '');

CREATE TRIGGER finding_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_answer_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_answer_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_return_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_return FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_claim_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_claim_refusal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_claim_refusal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_message_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding_message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_stop_kept BEFORE DELETE OR TRUNCATE ON finding_stop FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A stop can only end, once.
CREATE FUNCTION refuse_change_of_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ends_on IS NOT NULL
    OR (to_jsonb(NEW) - ARRAY['ends_on', 'end_note', 'ended_by']) <> (to_jsonb(OLD) - ARRAY['ends_on', 'end_note', 'ended_by']) THEN
    RAISE EXCEPTION 'stop % has ended, or more than its end changes', OLD.claim_id USING ERRCODE = 'NN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_stop_ends BEFORE UPDATE ON finding_stop FOR EACH ROW EXECUTE FUNCTION refuse_change_of_stop();

-- Nobody judges the corrections of the agency they serve in.
CREATE FUNCTION refuse_own_judgement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  judge uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  on_day date := (to_jsonb(NEW) ->> TG_ARGV[1])::date;
  serves boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  serves := EXISTS (
    SELECT 1 FROM account c JOIN appointment a ON a.person_id = c.person_id
    WHERE c.id = judge AND a.agency_id = NEW.agency_id AND a.valid_from <= on_day AND coalesce(a.valid_to, 'infinity') > on_day
  );
  PERFORM set_config('app.role', viewer, true);
  IF serves THEN
    RAISE EXCEPTION 'a finding is judged by somebody of the same agency' USING ERRCODE = 'NN003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_closure_independent BEFORE INSERT ON finding_closure FOR EACH ROW EXECUTE FUNCTION refuse_own_judgement('closed_by', 'closed_on');
CREATE TRIGGER finding_return_independent BEFORE INSERT ON finding_return FOR EACH ROW EXECUTE FUNCTION refuse_own_judgement('returned_by', 'returned_on');
CREATE TRIGGER finding_stop_independent BEFORE INSERT ON finding_stop FOR EACH ROW EXECUTE FUNCTION refuse_own_judgement('accepted_by', 'accepted_on');
CREATE TRIGGER finding_claim_refusal_independent BEFORE INSERT ON finding_claim_refusal FOR EACH ROW EXECUTE FUNCTION refuse_own_judgement('refused_by', 'refused_on');

-- Days of a finding that did not count by a day, because a higher level blocked it. The same as blockedDays in lib/findings/blocks.
CREATE FUNCTION finding_blocked_days(finding uuid, on_day date) RETURNS integer LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(greatest(least(s.ends_on, on_day) - s.starts_on, 0)), 0)::integer FROM finding_stop s WHERE s.finding_id = finding);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['finding_answer', 'finding_answer_file', 'finding_return', 'finding_claim', 'finding_claim_refusal',
    'finding_stop', 'finding_message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()))', t);
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO nenep_app', t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_reader', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['finding_answer', 'finding_answer_file', 'finding_claim'] LOOP
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['finding_return', 'finding_claim_refusal', 'finding_stop'] LOOP
    EXECUTE format('CREATE POLICY inspector_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''inspector'')', t);
  END LOOP;
END $$;
CREATE POLICY agency_insert ON finding_message FOR INSERT WITH CHECK (side = 'agency' AND (SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));
CREATE POLICY inspector_insert ON finding_message FOR INSERT WITH CHECK (side = 'lead' AND (SELECT viewer_role()) = 'inspector');
CREATE POLICY end_stop ON finding_stop FOR UPDATE USING ((SELECT viewer_role()) = 'inspector'
  OR ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency())));
GRANT UPDATE (ends_on, end_note, ended_by) ON finding_stop TO nenep_app;

-- How far each finding has come, one row each, counted from the rows above; whoever asks sees only what they may read.
CREATE VIEW finding_course WITH (security_invoker = true) AS
SELECT f.id AS finding_id, w.answers, w.returns, b.claims, b.refusals, b.stops, b.ended, b.blocked_by, b.blocked_since,
  w.answers + w.returns + b.claims + b.refusals + b.stops + b.ended AS turns,
  q.asked_by_lead > q.said_by_agency AS awaits_agency, q.asked_by_agency > q.said_by_lead AS awaits_lead
FROM finding f
  CROSS JOIN LATERAL (SELECT count(*)::integer AS answers, count(r.answer_id)::integer AS returns
    FROM finding_answer a LEFT JOIN finding_return r ON r.answer_id = a.id WHERE a.finding_id = f.id) w
  CROSS JOIN LATERAL (SELECT count(*)::integer AS claims, count(x.claim_id)::integer AS refusals, count(s.claim_id)::integer AS stops,
      count(s.ends_on)::integer AS ended,
      max(c.blocking_body) FILTER (WHERE s.claim_id IS NOT NULL AND s.ends_on IS NULL) AS blocked_by,
      max(s.starts_on) FILTER (WHERE s.ends_on IS NULL) AS blocked_since
    FROM finding_claim c LEFT JOIN finding_claim_refusal x ON x.claim_id = c.id LEFT JOIN finding_stop s ON s.claim_id = c.id
    WHERE c.finding_id = f.id) b
  CROSS JOIN LATERAL (SELECT coalesce(max(number) FILTER (WHERE side = 'lead' AND asks), 0) AS asked_by_lead,
      coalesce(max(number) FILTER (WHERE side = 'lead'), 0) AS said_by_lead,
      coalesce(max(number) FILTER (WHERE side = 'agency' AND asks), 0) AS asked_by_agency,
      coalesce(max(number) FILTER (WHERE side = 'agency'), 0) AS said_by_agency
    FROM finding_message m WHERE m.finding_id = f.id) q;
GRANT SELECT ON finding_course TO nenep_app, nenep_reader;
