create table audit_event (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    type text not null,
    actor_kind text not null,
    actor_id text not null,
    -- where the request came from; emptied when the person it leads to is deleted
    address text not null,
    subject text not null,
    details text not null
);
create index audit_event_at on audit_event (at);
create index audit_event_actor on audit_event (actor_id, id);
create index audit_event_subject on audit_event (subject, id);

-- Written once: all that may be changed is that an address is forgotten, and nothing is removed
create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.address = '' and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then
        return new;
    end if;
    raise exception 'The audit trail is append-only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_event_is_append_only();
