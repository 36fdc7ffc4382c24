-- How many days something is kept that is nobody's evidence yet. Photographs whose pieces never became whole go after it.
CREATE TABLE "keeping_term" (
    "subject" TEXT NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "keeping_term_pkey" PRIMARY KEY ("subject")
);
ALTER TABLE keeping_term ADD CHECK (days BETWEEN 1 AND 3650);

ALTER TABLE keeping_term ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY system_select ON keeping_term FOR SELECT USING ((SELECT viewer_role()) = 'system');
CREATE POLICY system_insert ON keeping_term FOR INSERT WITH CHECK ((SELECT viewer_role()) = 'system');
CREATE POLICY export ON keeping_term FOR SELECT TO nenep_reader USING (true);
GRANT SELECT ON keeping_term TO nenep_app, nenep_reader;

-- A month: longer than a visit is taken along, and longer than a phone stays without a network.
SELECT set_config('app.role', 'system', true);
INSERT INTO keeping_term (subject, days) VALUES ('photo_chunk', 30);
SELECT set_config('app.role', '', true);
