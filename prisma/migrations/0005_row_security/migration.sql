-- The second lock. The first is access.ts: the same question asked in the `where`. Here the database asks it again of
-- every row, from what the transaction says of the viewer (set_config, local). No context, no rows.

CREATE FUNCTION viewer_role() RETURNS text LANGUAGE sql STABLE RETURN nullif(current_setting('app.role', true), '');
CREATE FUNCTION viewer_agency() RETURNS uuid LANGUAGE sql STABLE RETURN nullif(current_setting('app.agency_id', true), '')::uuid;
CREATE FUNCTION viewer_account() RETURNS uuid LANGUAGE sql STABLE RETURN nullif(current_setting('app.account_id', true), '')::uuid;
CREATE FUNCTION viewer_person() RETURNS uuid LANGUAGE sql STABLE RETURN nullif(current_setting('app.person_id', true), '')::uuid;

-- May this viewer read the province's records (all agencies)?
CREATE FUNCTION reads_province() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(viewer_role() IN ('leader', 'inspector', 'system'), false);
-- May this viewer write for the agency they belong to?
CREATE FUNCTION writes_own() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(viewer_role() IN ('officer', 'head'), false);

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO nenep_app, nenep_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO nenep_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nenep_app;
-- A scratch database, in which Prisma replays the history to compare it, has no record of it.
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM nenep_app;
    GRANT SELECT (migration_name, finished_at, rolled_back_at) ON _prisma_migrations TO nenep_app;
  END IF;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    -- Named jobs of the system (seed, sign-in, start-up) act with everything their database role was granted.
    EXECUTE format('CREATE POLICY system_select ON %I FOR SELECT USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_update ON %I FOR UPDATE USING ((SELECT viewer_role()) = ''system'')', t);
    EXECUTE format('CREATE POLICY system_delete ON %I FOR DELETE USING ((SELECT viewer_role()) = ''system'')', t);
  END LOOP;

  -- Reference data: everybody signed in may read it.
  FOREACH t IN ARRAY ARRAY['legal_document', 'legal_relation', 'standard_edition', 'edition_transition', 'requirement',
    'required_document', 'checklist_edition', 'checklist_group', 'checklist_question', 'checklist_grade', 'subject_set',
    'deadline', 'programme'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT viewer_role()) IS NOT NULL)', t);
  END LOOP;

  -- The registry: the province and the administrator read all of it, an agency reads its own.
  FOREACH t IN ARRAY ARRAY['agency_name', 'agency_kind_fact', 'agency_parent', 'agency_obligation', 'agency_identifier',
    'agency_standing', 'appointment', 'agency_event_party'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR (SELECT viewer_role()) = ''admin''
      OR agency_id = (SELECT viewer_agency()))', t);
  END LOOP;

  -- Records of an agency: the province reads all, an agency reads its own.
  FOREACH t IN ARRAY ARRAY['management_system', 'milestone', 'milestone_target', 'declaration', 'declaration_publication',
    'delay_cause', 'controlled_document', 'document_coverage', 'document_revision', 'quality_policy', 'policy_posting',
    'quality_objective', 'attachment', 'visit', 'visit_result', 'finding', 'finding_closure'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR agency_id = (SELECT viewer_agency()))', t);
  END LOOP;

  -- What an agency writes about itself.
  FOREACH t IN ARRAY ARRAY['management_system', 'milestone', 'milestone_target', 'declaration', 'declaration_publication',
    'delay_cause', 'controlled_document', 'document_coverage', 'document_revision', 'quality_policy', 'policy_posting',
    'quality_objective', 'attachment', 'agency_standing'] LOOP
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['management_system', 'milestone_target', 'delay_cause', 'controlled_document', 'document_revision',
    'quality_policy', 'policy_posting', 'quality_objective', 'agency_standing'] LOOP
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()))', t);
  END LOOP;

  -- What an audit team writes about its visit.
  FOREACH t IN ARRAY ARRAY['visit_section', 'answer', 'answer_evidence', 'visit_result', 'finding'] LOOP
    EXECUTE format('CREATE POLICY team_insert ON %I FOR INSERT WITH CHECK ((SELECT viewer_role()) = ''inspector'' AND EXISTS
      (SELECT 1 FROM team_member m WHERE m.visit_id = %I.visit_id AND m.person_id = (SELECT viewer_person())))', t, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['visit_section', 'answer'] LOOP
    EXECUTE format('CREATE POLICY team_update ON %I FOR UPDATE USING ((SELECT viewer_role()) = ''inspector'' AND EXISTS
      (SELECT 1 FROM team_member m WHERE m.visit_id = %I.visit_id AND m.person_id = (SELECT viewer_person())))', t, t);
  END LOOP;
  -- What is being recorded is the team's and the province's; the agency reads it once it is final.
  FOREACH t IN ARRAY ARRAY['visit_section', 'answer', 'answer_evidence'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT USING ((SELECT reads_province()) OR (agency_id = (SELECT viewer_agency())
      AND EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = %I.visit_id)))', t, t);
  END LOOP;

  -- Whoever exports figures reads everything except what concerns signing in.
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN
    ('_prisma_migrations', 'account', 'session', 'sign_in_attempt', 'kept_input') LOOP
    EXECUTE format('GRANT SELECT ON %I TO nenep_reader', t);
    EXECUTE format('CREATE POLICY export ON %I FOR SELECT TO nenep_reader USING (true)', t);
  END LOOP;
END $$;

-- The world's name and day are printed before anybody signs in.
CREATE POLICY read ON scenario FOR SELECT USING (true);
CREATE POLICY read ON agency FOR SELECT USING ((SELECT reads_province()) OR (SELECT viewer_role()) = 'admin' OR id = (SELECT viewer_agency()));
CREATE POLICY read ON agency_event FOR SELECT USING (EXISTS (SELECT 1 FROM agency_event_party p WHERE p.event_id = agency_event.id));
CREATE POLICY read ON team_member FOR SELECT USING (EXISTS (SELECT 1 FROM visit v WHERE v.id = team_member.visit_id));
CREATE POLICY inspector_insert ON attachment FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector');
CREATE POLICY inspector_insert ON finding_closure FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'inspector');
CREATE POLICY team_delete ON answer_evidence FOR DELETE USING ((SELECT viewer_role()) = 'inspector' AND EXISTS
  (SELECT 1 FROM team_member m WHERE m.visit_id = answer_evidence.visit_id AND m.person_id = (SELECT viewer_person())));
CREATE POLICY own_delete ON agency_standing FOR DELETE USING ((SELECT writes_own()) AND agency_id = (SELECT viewer_agency()));

-- Bytes are readable through an attachment that is readable.
CREATE POLICY read ON file_content FOR SELECT USING (EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = file_content.sha256));
CREATE POLICY upload ON file_content FOR INSERT WITH CHECK ((SELECT viewer_role()) IN ('officer', 'head', 'inspector'));

-- People: the province and the administrator know everybody; an agency knows its own people and those who audit it.
CREATE POLICY read ON person FOR SELECT USING ((SELECT reads_province()) OR (SELECT viewer_role()) = 'admin'
  OR id = (SELECT viewer_person())
  OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person.id AND a.agency_id = (SELECT viewer_agency()))
  OR EXISTS (SELECT 1 FROM team_member m JOIN visit v ON v.id = m.visit_id
    WHERE m.person_id = person.id AND v.agency_id = (SELECT viewer_agency())));
CREATE POLICY admin_insert ON person FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'admin');
CREATE POLICY admin_update ON person FOR UPDATE USING ((SELECT viewer_role()) = 'admin');

CREATE POLICY read ON account FOR SELECT USING ((SELECT viewer_role()) = 'admin' OR id = (SELECT viewer_account()));
CREATE POLICY admin_insert ON account FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'admin');
CREATE POLICY admin_update ON account FOR UPDATE USING ((SELECT viewer_role()) = 'admin' OR id = (SELECT viewer_account()));
CREATE POLICY read ON session FOR SELECT USING ((SELECT viewer_role()) = 'admin' OR account_id = (SELECT viewer_account()));
CREATE POLICY end_session ON session FOR UPDATE USING ((SELECT viewer_role()) = 'admin' OR account_id = (SELECT viewer_account()));
CREATE POLICY own ON kept_input FOR ALL USING (account_id = (SELECT viewer_account())) WITH CHECK (account_id = (SELECT viewer_account()));

-- History: read by those who may read the record; written with every change.
CREATE POLICY read ON journal_entry FOR SELECT USING ((SELECT reads_province()) OR (SELECT viewer_role()) = 'admin'
  OR chain_id = (SELECT viewer_agency()));
CREATE POLICY write ON journal_entry FOR INSERT WITH CHECK ((SELECT viewer_role()) IN ('inspector', 'admin', 'leader')
  OR chain_id = (SELECT viewer_agency()) OR (actor_id = (SELECT viewer_account()) AND entity = 'account'));
CREATE POLICY seal_select ON chain_head FOR SELECT USING (current_user = 'nenep_owner');
CREATE POLICY seal_insert ON chain_head FOR INSERT WITH CHECK (current_user = 'nenep_owner');
CREATE POLICY seal_update ON chain_head FOR UPDATE USING (current_user = 'nenep_owner');

-- What the run-time role may do at all. Evidence is insert-only; nothing of record can be deleted.
GRANT INSERT ON management_system, milestone, milestone_target, declaration, declaration_publication, delay_cause,
  controlled_document, document_coverage, document_revision, quality_policy, policy_posting, quality_objective, attachment,
  file_content, agency_standing, visit_section, answer, answer_evidence, visit_result, finding, finding_closure,
  person, account, session, sign_in_attempt, kept_input, journal_entry TO nenep_app;
GRANT UPDATE (ended_on) ON management_system, delay_cause TO nenep_app;
GRANT UPDATE (withdrawn_on) ON controlled_document TO nenep_app;
GRANT UPDATE (title, body, change_request, change_place, change_summary, drafted_by, drafted_at, approved_by, approved_on, effective_on,
  obsolete_on, review_due_on, attachment_id, version) ON document_revision TO nenep_app;
GRANT UPDATE (body, signed_by, signed_on, replaced_on, drafted_at, version) ON quality_policy TO nenep_app;
GRANT UPDATE (removed_on) ON policy_posting TO nenep_app;
GRANT UPDATE (text, measure, target, result, reviewed_on, version) ON quality_objective TO nenep_app;
GRANT UPDATE (version, saved_by, saved_at) ON visit_section TO nenep_app;
GRANT UPDATE (outcome, note) ON answer TO nenep_app;
GRANT DELETE ON answer_evidence, agency_standing, kept_input TO nenep_app;
GRANT UPDATE ON agency_standing, kept_input TO nenep_app;
GRANT UPDATE (full_name, email, phone) ON person TO nenep_app;
GRANT UPDATE (password_hash, role, agency_id, must_change_password, disabled_at, version) ON account TO nenep_app;
GRANT UPDATE (last_seen_at, expires_at, revoked_at) ON session TO nenep_app;
