#!/bin/sh
# Every night at BACKUP_HOUR: one dump, proven readable, then older ones are thinned out.
# Kept: 35 days, the first of each month for 12 months, the first of each year for 10 years.
set -eu

folder=/backups
hour="${BACKUP_HOUR:-01}"

dump() {
  target="$folder/nenep-$(date -u +%Y-%m-%d).dump"
  export PGPASSWORD="$(cat /run/secrets/owner_password)"
  pg_dump --format=custom --no-password --host database --username nenep_owner --file "$target.new" nenep
  pg_restore --list "$target.new" >/dev/null
  sync "$target.new"
  mv "$target.new" "$target"
  echo "backup made: $target ($(wc -c <"$target") bytes)"
}

older_than() { find "$folder" -name "$1" -mtime "+$2" -print; }

thin() {
  older_than 'nenep-????-??-??.dump' 35 | grep -v -- '-01\.dump$' | xargs -r rm --
  older_than 'nenep-????-??-01.dump' 366 | grep -v -- '-01-01\.dump$' | xargs -r rm --
  older_than 'nenep-????-01-01.dump' 3660 | xargs -r rm --
}

if [ "${1:-}" = now ]; then
  dump
  exit
fi

while true; do
  now=$(date -u +%s)
  next=$(date -u -d "today $hour:00" +%s)
  [ "$next" -gt "$now" ] || next=$((next + 86400))
  sleep $((next - now))
  if dump; then thin; else echo "backup failed" >&2; fi
done
