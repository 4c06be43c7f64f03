-- Roles, the actor of a transaction, sessions, rate limits, jobs and the audit log.
--
-- Three narrow roles do all the work at run time; the login that owns the tables only migrates.
--   lxq_gate  before it is known who asks: sessions, one-time codes, rate limits
--   lxq_app   everything a person asks for, under row-level security
--   lxq_jobs  the background worker: the job table, and what each job's own migration grants it
do $$
declare name text;
begin
  foreach name in array array['lxq_gate', 'lxq_app', 'lxq_jobs'] loop
    -- Roles belong to the whole server: another database of ours may have made them, even at this moment.
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    -- Said again where it holds already: whoever made the role may give it away, but not yet act as it.
    execute format('grant %I to current_user', name);
  end loop;
end $$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists cube;

revoke create on schema public from public;
grant usage on schema public to lxq_gate, lxq_app, lxq_jobs;

-- Who acts in this transaction: set by the server with set_config(…, true), read by the policies below. The policies ask
-- inside a `(select …)`, so that PostgreSQL asks once a statement and not once a row.
create function actor_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lxq.kind', true), ''), 'anonymous') $$;
create function actor_member() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('lxq.member', true), '')::integer $$;
create function actor_staff() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('lxq.staff', true), '')::integer $$;
-- The branches in which this actor's posts carry the ability the request declared.
create function actor_branches() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lxq.branches', true), ''), '{}')::integer[] $$;
-- The stations likewise, for keepers.
create function actor_places() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lxq.places', true), ''), '{}')::integer[] $$;

create table setting (
  key text primary key,
  value jsonb not null
);
grant select on setting to lxq_gate, lxq_app, lxq_jobs;

create table session (
  token_hash bytea primary key,
  kind text not null check (kind in ('member', 'staff')),
  member_id integer,
  staff_id integer,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'member') = (member_id is not null)),
  check ((kind = 'staff') = (staff_id is not null))
);
create index session_expiry on session (expires_at);
grant select, insert, update, delete on session to lxq_gate;

create table sign_in_code (
  code_id bigint generated always as identity primary key,
  phone_index bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index sign_in_code_phone on sign_in_code (phone_index, created_at desc);
create index sign_in_code_expiry on sign_in_code (expires_at);
grant select, insert, update, delete on sign_in_code to lxq_gate;

-- Counted in the database so that several server processes share one count. `bucket` is a keyed hash, never a number.
create table rate_limit (
  bucket text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (bucket, window_start)
);
create index rate_limit_window on rate_limit (window_start);
grant select, insert, update, delete on rate_limit to lxq_gate;

create table job (
  job_id bigint generated always as identity primary key,
  kind text not null,
  payload bytea not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text
);
create index job_due on job (run_at) where done_at is null and failed_at is null;
grant insert on job to lxq_gate, lxq_app;
grant select, update, delete on job to lxq_jobs;

create table audit_entry (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'member', 'staff', 'system')),
  actor_id integer,
  -- The officer's name and post as they were; members are only an id.
  actor_label text,
  action text not null,
  subject_kind text not null,
  subject_id text,
  union_id integer,
  -- The members whose personal data this touched, so that each of them can be told.
  member_ids integer[] not null default '{}',
  detail jsonb not null default '{}',
  request_id text
);
create index audit_entry_union on audit_entry (union_id, at desc);
create index audit_entry_members on audit_entry using gin (member_ids);
grant insert on audit_entry to lxq_gate, lxq_app, lxq_jobs;
grant select on audit_entry to lxq_app;
alter table audit_entry enable row level security;
create policy audit_write on audit_entry for insert to lxq_gate, lxq_app, lxq_jobs with check (true);
create policy audit_of_my_branches on audit_entry for select to lxq_app
  using ((select actor_kind()) = 'staff' and union_id = any ((select actor_branches())::integer[]));
create policy audit_about_me on audit_entry for select to lxq_app
  using ((select actor_kind()) = 'member' and (select actor_member()) = any (member_ids));
