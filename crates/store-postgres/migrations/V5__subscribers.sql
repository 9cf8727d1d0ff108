-- Subscribers, whose names to sign in with, their jobs, turns and secrets (docs/SPEC-cloud.md, 4 to 6).
--
-- Every row is its subscriber's, as everywhere. What has to be found before it is known for whom is
-- found by functions that run as the owner of the tables: the policies named after the owner let
-- those, and nobody else, look over all rows, and each gives back no more than keys and words.
CREATE TABLE subscribers (
    subscriber uuid PRIMARY KEY,
    name text NOT NULL,
    state text NOT NULL CHECK (state IN ('trial', 'active', 'past-due', 'expired', 'cancelled')),
    since timestamptz NOT NULL,
    until timestamptz,
    created_at timestamptz NOT NULL,
    kept_until date,
    -- Under what name billing knows them.
    billing text UNIQUE,
    -- The moment of the last event of billing that was followed: an older one changes nothing.
    billed_at timestamptz
);
-- Names to sign in with: among all subscribers each is one user's.
CREATE TABLE sign_in_names (
    name text PRIMARY KEY,
    subscriber uuid NOT NULL,
    owner uuid NOT NULL
);
CREATE INDEX sign_in_names_by_owner ON sign_in_names (subscriber, owner);
-- Events of billing that were taken: each is followed once.
CREATE TABLE billing_events (
    event text PRIMARY KEY,
    subscriber uuid NOT NULL,
    at timestamptz NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- Work that goes by itself: whoever holds a job until then, and how far it has come.
CREATE TABLE jobs (
    subscriber uuid NOT NULL,
    what text NOT NULL CHECK (what IN ('keeping', 'sending')),
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    node uuid,
    taken_at timestamptz,
    held_until timestamptz,
    -- How often it was begun since it last came to an end.
    attempts integer NOT NULL DEFAULT 0,
    progress text NOT NULL DEFAULT '',
    result text NOT NULL DEFAULT '',
    ended_at timestamptz,
    PRIMARY KEY (subscriber, what)
);
CREATE INDEX jobs_by_due ON jobs (due_at);
-- Whose turn it is to make, move or take away backups of a subscriber.
CREATE TABLE turns (
    subscriber uuid PRIMARY KEY,
    holder uuid NOT NULL,
    held_until timestamptz NOT NULL
);
-- Sealed secrets; what seals them is in no database.
CREATE TABLE vault_rows (
    subscriber uuid NOT NULL,
    name text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (subscriber, name)
);

DO $$
DECLARE
    of_ours text;
BEGIN
    FOREACH of_ours IN ARRAY ARRAY[
        'subscribers', 'sign_in_names', 'billing_events', 'jobs', 'turns', 'vault_rows']
    LOOP
        EXECUTE format(
            'ALTER TABLE %I ALTER COLUMN subscriber
             SET DEFAULT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid',
            of_ours);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_ours);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', of_ours);
        EXECUTE format(
            'CREATE POLICY of_the_subscriber ON %I
             USING (subscriber =
                 (SELECT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid))
             WITH CHECK (subscriber =
                 (SELECT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid))',
            of_ours);
    END LOOP;
END $$;

CREATE POLICY of_the_owner ON subscribers FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY of_the_owner ON sign_in_names FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY of_the_owner ON jobs TO CURRENT_USER USING (true);

-- Whose an exact name is.
CREATE FUNCTION subscriber_named(wanted text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT subscriber FROM sign_in_names WHERE name = wanted $$;
-- Whom billing means.
CREATE FUNCTION subscriber_billed(wanted text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT subscriber FROM subscribers WHERE billing = wanted $$;
-- The keys of all subscribers in order, some at a time, for whoever runs the edition.
CREATE FUNCTION subscriber_keys(after uuid, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT subscriber FROM subscribers WHERE after IS NULL OR subscriber > after
          ORDER BY subscriber LIMIT at_most $$;
-- Takes the job that is due first and that nobody holds.
CREATE FUNCTION take_job(for_node uuid, seconds integer)
    RETURNS TABLE (of_subscriber uuid, of_what text, of_attempts integer, taken_over boolean)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        WITH free AS (
            SELECT j.subscriber, j.what, j.held_until IS NOT NULL AS was_held FROM jobs j
            WHERE j.due_at <= clock_timestamp()
              AND (j.held_until IS NULL OR j.held_until <= clock_timestamp())
            ORDER BY j.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE jobs j SET node = for_node, attempts = j.attempts + 1,
            taken_at = clock_timestamp(),
            held_until = clock_timestamp() + seconds * interval '1 second'
        FROM free WHERE j.subscriber = free.subscriber AND j.what = free.what
        RETURNING j.subscriber, j.what, j.attempts, free.was_held
    $$;
REVOKE EXECUTE ON FUNCTION subscriber_named(text), subscriber_billed(text),
    subscriber_keys(uuid, integer), take_job(uuid, integer) FROM PUBLIC;
