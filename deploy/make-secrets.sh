#!/bin/sh
# Draws the secrets of an installation, once; what is there already stays.
set -eu
umask 077
mkdir -p secrets
for name in super_password owner_password app_password reader_password backup_password; do
  [ -s "secrets/$name" ] || openssl rand -hex 24 | tr -d '\n' >"secrets/$name"
done
for name in session_secret action_key; do
  [ -s "secrets/$name" ] || openssl rand -base64 32 | tr -d '\n' >"secrets/$name"
done
# The mail server, with name and password; empty until somebody fills it in.
[ -e secrets/smtp_url ] || : >secrets/smtp_url
# The containers read them as the user of the image (uid 1000), who is not the one who drew them.
chmod 0711 secrets
chmod 0444 secrets/*
ls secrets
