-- What is final stays as it is, whoever asks.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'NN001';
END $$;

CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER file_content_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_result
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER finding_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON finding
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A visit with a result takes no more answers.
CREATE FUNCTION refuse_change_of_final_visit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE visit uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.visit_id ELSE NEW.visit_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM visit_result r WHERE r.visit_id = visit) THEN
    RAISE EXCEPTION 'visit % is final', visit USING ERRCODE = 'NN002';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER visit_section_open BEFORE INSERT OR UPDATE OR DELETE ON visit_section FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();
CREATE TRIGGER answer_open BEFORE INSERT OR UPDATE OR DELETE ON answer FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();
CREATE TRIGGER answer_evidence_open BEFORE INSERT OR UPDATE OR DELETE ON answer_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();
CREATE TRIGGER team_member_open BEFORE INSERT OR UPDATE OR DELETE ON team_member FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_visit();

-- An approved revision, and a signed policy, can only end.
CREATE FUNCTION refuse_change_of_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_on IS NOT NULL AND (to_jsonb(NEW) - 'obsolete_on') <> (to_jsonb(OLD) - 'obsolete_on') THEN
    RAISE EXCEPTION 'revision % is approved', OLD.id USING ERRCODE = 'NN002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_revision_approved BEFORE UPDATE ON document_revision FOR EACH ROW EXECUTE FUNCTION refuse_change_of_approved();

CREATE FUNCTION refuse_change_of_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_on IS NOT NULL AND (to_jsonb(NEW) - 'replaced_on') <> (to_jsonb(OLD) - 'replaced_on') THEN
    RAISE EXCEPTION 'policy % is signed', OLD.id USING ERRCODE = 'NN002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quality_policy_signed BEFORE UPDATE ON quality_policy FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed();

-- Nobody audits the agency they serve in.
CREATE FUNCTION refuse_own_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM visit v JOIN appointment a ON a.agency_id = v.agency_id AND a.person_id = NEW.person_id
    WHERE v.id = NEW.visit_id AND a.valid_from <= v.planned_on AND coalesce(a.valid_to, 'infinity') > v.planned_on
  ) THEN
    RAISE EXCEPTION 'a team member serves in the audited agency' USING ERRCODE = 'NN003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER team_member_independent BEFORE INSERT OR UPDATE ON team_member FOR EACH ROW EXECUTE FUNCTION refuse_own_agency();
