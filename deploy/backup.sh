#!/bin/sh
# Every night at BACKUP_HOUR: one dump, read through to its end, then older ones are thinned out.
# Kept: 35 days, the first of each month for 12 months, the first of each year for 10 years.
# `now` makes one at once, `thin` only thins out.
set -eu
# The dumps hold what people wrote about each other.
umask 077

folder="${BACKUP_TARGET:-/backups}"
secrets="${SECRETS_FOLDER:-/run/secrets}"
hour="${BACKUP_HOUR:-01}"

dump() {
  target="$folder/nenep-$(date +%Y-%m-%d).dump"
  rm -f "$folder"/nenep-*.dump.new
  PGPASSWORD="$(cat "$secrets/backup_password")"
  export PGPASSWORD
  pg_dump --format=custom --no-password --host "${DATABASE_HOST:-database}" --username nenep_backup \
    --file "$target.new" nenep
  # A list of contents is at the head of the file: only reading all of it tells that it is whole.
  pg_restore --file=/dev/null "$target.new"
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

case "${1:-}" in
  now) dump; exit ;;
  thin) thin; exit ;;
esac

while true; do
  now=$(date +%s)
  next=$(date -d "today $hour:00" +%s)
  [ "$next" -gt "$now" ] || next=$(date -d "tomorrow $hour:00" +%s)
  sleep $((next - now))
  # A shell of its own: `set -e` does not hold in a function that `if` asks.
  if sh "$0" now; then thin; else echo "backup failed: the lines above say why" >&2; fi
done
