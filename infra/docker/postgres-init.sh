#!/bin/sh
# Runs once, on an empty volume: Keycloak gets a role and a database of its own. Mainstay's are made by `npm run migrate`.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --set=password="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
