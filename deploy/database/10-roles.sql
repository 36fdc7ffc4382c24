-- The roles of the database, without passwords. Runs as superuser, once for a cluster.
-- Owner: migrations. App: the site. Reader: exports.
-- Backup: reads everything and writes nothing; row-level security binds even the owner, whose dump would be refused.
CREATE ROLE nenep_owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE;
CREATE ROLE nenep_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE nenep_reader LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE nenep_backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE IN ROLE pg_read_all_data;
ALTER ROLE nenep_backup SET default_transaction_read_only = on;

-- A page that waits longer has failed; better that it says so than that it holds a connection.
ALTER ROLE nenep_app SET statement_timeout = '10s';
ALTER ROLE nenep_app SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE nenep_app SET lock_timeout = '3s';
