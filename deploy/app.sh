#!/bin/sh
# Reads the secret files and does one thing: `site`, `migrate`, or a task by its name.
set -eu

secret() { cat "/run/secrets/$1"; }

address() { echo "postgresql://$1:$(secret "$2")@${DATABASE_HOST:-database}:5432/nenep"; }

export DATABASE_URL="$(address nenep_app app_password)"
export NEXTAUTH_SECRET="$(secret session_secret)"
export NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(secret action_key)"
# Empty where the site sends no mail.
if [ -s /run/secrets/smtp_url ]; then export SMTP_URL="$(secret smtp_url)"; fi

case "${1:-site}" in
  site) exec node server.js ;;
  migrate)
    export DATABASE_OWNER_URL="$(address nenep_owner owner_password)"
    cd /app/tools && node scripts/run-migrations.mjs ;;
  *)
    export DATABASE_OWNER_URL="$(address nenep_owner owner_password)"
    cd /app/tools && exec node scripts/run.mjs "$@" ;;
esac
