#!/bin/sh
# Runs once, when the database container makes its cluster: passwords from the secret files, then the database.
set -eu

secret() { cat "/run/secrets/$1"; }

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$(secret owner_password)" --set app="$(secret app_password)" --set reader="$(secret reader_password)" \
  --set backup="$(secret backup_password)" <<'SQL'
ALTER ROLE nenep_owner PASSWORD :'owner';
ALTER ROLE nenep_app PASSWORD :'app';
ALTER ROLE nenep_reader PASSWORD :'reader';
ALTER ROLE nenep_backup PASSWORD :'backup';
CREATE DATABASE nenep OWNER nenep_owner;
SQL
