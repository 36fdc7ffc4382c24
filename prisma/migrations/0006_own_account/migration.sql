-- One's own account may be given another password, and nothing else: rights are changed by an administrator.
CREATE FUNCTION refuse_change_of_own_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF viewer_role() NOT IN ('admin', 'system') AND (NEW.person_id, NEW.name, NEW.role, NEW.agency_id, NEW.disabled_at, NEW.demonstration)
    IS DISTINCT FROM (OLD.person_id, OLD.name, OLD.role, OLD.agency_id, OLD.disabled_at, OLD.demonstration) THEN
    RAISE EXCEPTION 'rights of account % are changed by an administrator', OLD.id USING ERRCODE = 'NN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_own_rights BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION refuse_change_of_own_rights();

-- An ended session stays ended, and no session is lengthened.
CREATE FUNCTION refuse_revival_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) OR NEW.expires_at > OLD.expires_at THEN
    RAISE EXCEPTION 'session % cannot be revived', OLD.id USING ERRCODE = 'NN004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_stays_ended BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION refuse_revival_of_session();

-- History is written in one's own name only.
DROP POLICY write ON journal_entry;
CREATE POLICY write ON journal_entry FOR INSERT WITH CHECK (actor_id = (SELECT viewer_account())
  AND ((SELECT viewer_role()) IN ('inspector', 'admin', 'leader') OR chain_id = (SELECT viewer_agency())));
