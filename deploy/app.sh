#!/bin/sh
# Reads the secret files and does one thing: `site`, `migrate`, or a task by its name.
set -eu

folder="${SECRETS_FOLDER:-/run/secrets}"

secret() {
  if [ ! -s "$folder/$1" ]; then
    echo "Not started: secrets/$1 is missing or empty: run sh deploy/make-secrets.sh" >&2
    exit 1
  fi
  cat "$folder/$1"
}

# Assigned first and exported then: `export` would hide that a secret is missing.
address() {
  password="$(secret "$2")"
  echo "postgresql://$1:$password@${DATABASE_HOST:-database}:5432/nenep"
}

as_owner() {
  DATABASE_OWNER_URL="$(address nenep_owner owner_password)"
  export DATABASE_OWNER_URL
  cd /app/tools
}

DATABASE_URL="$(address nenep_app app_password)"
NEXTAUTH_SECRET="$(secret session_secret)"
NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(secret action_key)"
export DATABASE_URL NEXTAUTH_SECRET NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
# Empty where the site sends no mail.
if [ -s "$folder/smtp_url" ]; then
  SMTP_URL="$(secret smtp_url)"
  export SMTP_URL
fi

case "${1:-site}" in
  site) exec node server.js ;;
  migrate)
    as_owner
    exec node scripts/run-migrations.mjs ;;
  *)
    as_owner
    exec node scripts/run.mjs "$@" ;;
esac
