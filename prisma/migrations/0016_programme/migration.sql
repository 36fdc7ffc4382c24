-- The year's programme from its proposal by risk to its approval, and a calendar address for each person.

CREATE TYPE "risk_factor" AS ENUM ('time_since_visit', 'open_findings', 'overdue_findings', 'never_declared', 'edition_expired', 'officer_changed', 'legal_churn');

ALTER TABLE "programme" ADD COLUMN "proposed_on" DATE, ADD COLUMN "weight_set_id" TEXT, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "visit" ADD COLUMN "plan_version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "risk_weight_set" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_on" DATE NOT NULL,

    CONSTRAINT "risk_weight_set_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "risk_weight" (
    "set_id" TEXT NOT NULL,
    "factor" "risk_factor" NOT NULL,
    "points_each" INTEGER NOT NULL,
    "max_points" INTEGER NOT NULL,
    "within_months" INTEGER,

    CONSTRAINT "risk_weight_pkey" PRIMARY KEY ("set_id", "factor")
);
CREATE TABLE "programme_candidate" (
    "programme_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "proposed_mode" "visit_mode",
    "reason" TEXT,

    CONSTRAINT "programme_candidate_pkey" PRIMARY KEY ("programme_id", "agency_id")
);
CREATE TABLE "programme_approval" (
    "programme_id" UUID NOT NULL,
    "decision_number" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_name" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_approval_pkey" PRIMARY KEY ("programme_id")
);
CREATE TABLE "holiday" (
    "day" DATE NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "programme_candidate_agency_id_idx" ON "programme_candidate"("agency_id");
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
CREATE INDEX "calendar_feed_account_id_idx" ON "calendar_feed"("account_id");
ALTER TABLE "programme" ADD CONSTRAINT "programme_weight_set_id_fkey" FOREIGN KEY ("weight_set_id") REFERENCES "risk_weight_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "risk_weight" ADD CONSTRAINT "risk_weight_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "risk_weight_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_candidate" ADD CONSTRAINT "programme_candidate_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_candidate" ADD CONSTRAINT "programme_candidate_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_approval" ADD CONSTRAINT "programme_approval_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the system begins with, in a new installation and in one that has long been there. Both are data: a later set of weights
-- and the holidays of further years are added as rows.
INSERT INTO risk_weight_set (id, title, set_by, set_on) VALUES
  ('ban-dau', 'Bộ điểm khởi đầu', 'Nhóm xây dựng phần mềm đề xuất; cơ quan chủ trì chưa quyết định', '2017-12-01');
INSERT INTO risk_weight (set_id, factor, points_each, max_points, within_months) VALUES
  ('ban-dau', 'time_since_visit', 10, 40, NULL),
  ('ban-dau', 'never_declared', 20, 20, NULL),
  ('ban-dau', 'overdue_findings', 6, 24, NULL),
  ('ban-dau', 'edition_expired', 15, 15, NULL),
  ('ban-dau', 'open_findings', 2, 10, NULL),
  ('ban-dau', 'officer_changed', 10, 10, 12),
  ('ban-dau', 'legal_churn', 2, 10, 12);
INSERT INTO holiday (day, name_vi, name_en, source)
SELECT h.day::date, h.name_vi, h.name_en, 'Bộ luật Lao động 2012, Điều 115; ngày nghỉ Tết và nghỉ bù cần đối chiếu với thông báo hằng năm' FROM (VALUES
  ('2017-01-01', 'Tết Dương lịch', 'New Year''s Day'),
  ('2017-01-02', 'Nghỉ bù Tết Dương lịch', 'Day in lieu of New Year''s Day'),
  ('2017-01-26', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-01-27', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-01-28', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-01-29', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-01-30', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-01-31', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-02-01', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2017-04-06', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Commemoration Day'),
  ('2017-04-30', 'Ngày Chiến thắng', 'Victory Day'),
  ('2017-05-01', 'Ngày Quốc tế lao động', 'International Labour Day'),
  ('2017-05-02', 'Nghỉ bù Ngày Chiến thắng', 'Day in lieu of Victory Day'),
  ('2017-09-02', 'Quốc khánh', 'National Day'),
  ('2017-09-04', 'Nghỉ bù Quốc khánh', 'Day in lieu of National Day'),
  ('2018-01-01', 'Tết Dương lịch', 'New Year''s Day'),
  ('2018-02-14', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-15', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-16', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-17', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-18', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-19', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-02-20', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2018-04-25', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Commemoration Day'),
  ('2018-04-30', 'Ngày Chiến thắng', 'Victory Day'),
  ('2018-05-01', 'Ngày Quốc tế lao động', 'International Labour Day'),
  ('2018-09-02', 'Quốc khánh', 'National Day'),
  ('2018-09-03', 'Nghỉ bù Quốc khánh', 'Day in lieu of National Day')
) AS h(day, name_vi, name_en);

-- What must never be false.
ALTER TABLE risk_weight_set ADD CHECK (title IS NFC NORMALIZED AND set_by IS NFC NORMALIZED AND length(btrim(set_by)) > 0);
ALTER TABLE risk_weight ADD CHECK (points_each >= 0 AND max_points >= 0 AND within_months > 0);
ALTER TABLE programme_candidate ADD CHECK (position > 0 AND points >= 0),
  ADD CHECK (reason IS NFC NORMALIZED AND length(btrim(reason)) BETWEEN 1 AND 1000);
ALTER TABLE programme_approval ADD CHECK (decision_number IS NFC NORMALIZED AND length(btrim(decision_number)) BETWEEN 1 AND 60),
  ADD CHECK (approved_name IS NFC NORMALIZED);
ALTER TABLE holiday ADD CHECK (name_vi IS NFC NORMALIZED AND name_en IS NFC NORMALIZED AND source IS NFC NORMALIZED);
ALTER TABLE calendar_feed ADD CHECK (locale IN ('vi', 'en')), ADD CHECK (revoked_at >= created_at);
-- One address for each person at a time.
CREATE UNIQUE INDEX calendar_feed_one_live ON calendar_feed (account_id) WHERE revoked_at IS NULL;

-- A visit that has begun keeps the day, kind and place for which it was planned.
CREATE FUNCTION refuse_change_of_begun_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer text := coalesce(current_setting('app.role', true), '');
  begun boolean;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  begun := EXISTS (SELECT 1 FROM visit_section s WHERE s.visit_id = OLD.id) OR EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = OLD.id);
  PERFORM set_config('app.role', viewer, true);
  IF begun THEN
    RAISE EXCEPTION 'visit % has begun', OLD.id USING ERRCODE = 'NN005';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER visit_not_begun BEFORE UPDATE OR DELETE ON visit FOR EACH ROW EXECUTE FUNCTION refuse_change_of_begun_visit();

-- Approval is the leader's, once.
CREATE FUNCTION refuse_change_of_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.approved_on IS DISTINCT FROM OLD.approved_on
    AND (OLD.approved_on IS NOT NULL OR coalesce(viewer_role(), '') NOT IN ('leader', 'system')) THEN
    RAISE EXCEPTION 'programme % is approved once, by the leader', OLD.id USING ERRCODE = 'NN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_approved_once BEFORE UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approval();
CREATE TRIGGER programme_approval_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON programme_approval
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A revoked address stays revoked.
CREATE FUNCTION refuse_revival_of_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'calendar address % is revoked', OLD.id USING ERRCODE = 'NN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER calendar_feed_stays_revoked BEFORE UPDATE ON calendar_feed FOR EACH ROW EXECUTE FUNCTION refuse_revival_of_feed();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['risk_weight_set', 'risk_weight', 'programme_candidate', 'programme_approval', 'holiday', 'calendar_feed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['risk_weight_set', 'risk_weight', 'programme_approval', 'holiday'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['risk_weight_set', 'risk_weight', 'programme_candidate', 'programme_approval', 'holiday'] LOOP
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO nenep_reader', t);
  END LOOP;
  -- Leader and inspectors plan.
  FOREACH t IN ARRAY ARRAY['programme', 'programme_candidate', 'visit', 'team_member'] LOOP
    EXECUTE format('CREATE POLICY planner_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['programme', 'programme_candidate', 'visit'] LOOP
    EXECUTE format('CREATE POLICY planner_update ON %I FOR UPDATE USING ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['visit', 'team_member'] LOOP
    EXECUTE format('CREATE POLICY planner_delete ON %I FOR DELETE USING ((SELECT viewer_role()) IN (''leader'', ''inspector''))', t);
  END LOOP;
END $$;

-- How near an agency is to a visit is the province's business alone.
CREATE POLICY read ON programme_candidate FOR SELECT USING ((SELECT reads_province()));
CREATE POLICY leader_insert ON programme_approval FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'leader');
CREATE POLICY own ON calendar_feed FOR ALL USING (account_id = (SELECT viewer_account())) WITH CHECK (account_id = (SELECT viewer_account()));

-- What is still a draft is the province's; an agency reads the visits of an approved programme.
DROP POLICY read ON visit;
CREATE POLICY read ON visit FOR SELECT USING ((SELECT reads_province()) OR (agency_id = (SELECT viewer_agency())
  AND EXISTS (SELECT 1 FROM programme p WHERE p.id = visit.programme_id AND p.approved_on IS NOT NULL)));

GRANT INSERT ON programme, programme_candidate, programme_approval, visit, team_member, calendar_feed TO nenep_app;
GRANT UPDATE (version, approved_on) ON programme TO nenep_app;
GRANT UPDATE (reason) ON programme_candidate TO nenep_app;
GRANT UPDATE (mode, planned_on, plan_version) ON visit TO nenep_app;
GRANT DELETE ON visit, team_member TO nenep_app;
GRANT UPDATE (revoked_at) ON calendar_feed TO nenep_app;
