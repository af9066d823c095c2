-- A secret can be told from its sisters, and an old one from a new one. The previous release inserts without these
alter table machine_client_secret add column id uuid not null default gen_random_uuid();
alter table machine_client_secret add column created_at timestamptz not null default now();
alter table machine_client_secret add column last_used_at timestamptz;
update machine_client_secret as secret set created_at = client.created_at
    from machine_client as client where client.id = secret.machine_client_id;
create unique index machine_client_secret_id on machine_client_secret (id);

-- Access tokens that their client gave back before their time; a row is needed until the token expires
create table revoked_token (
    jti text primary key,
    client_id text not null,
    expires_at timestamptz not null
);
create index revoked_token_expiry on revoked_token (expires_at);
