-- Errands that members give at the portal, and erasure (docs/SPEC-portal.md, 5 and 7).
--
-- Every row is its subscriber's, as everywhere. An errand is found for a node by a function of the
-- tables' owner that gives back keys and nothing else.
CREATE TABLE errands (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    what text NOT NULL CHECK (what IN ('backup', 'restoration', 'export', 'erasure')),
    -- All zeros where all businesses are meant: NULL would not be unique.
    business uuid NOT NULL,
    contents text NOT NULL,
    by_key uuid NOT NULL,
    -- Names are bytes, because PostgreSQL's text holds no NUL.
    by_name bytea NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Whoever is at it until then, how often it was begun, and how far it has come.
    node uuid,
    held_until timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    progress text NOT NULL DEFAULT '',
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'done', 'failed', 'called-back')),
    trouble bytea,
    entry uuid,
    ended_at timestamptz,
    -- Under which number the receipt of an erasure will be found.
    receipt text CHECK (receipt IS NOT NULL OR what <> 'erasure'),
    PRIMARY KEY (subscriber, key)
);
CREATE UNIQUE INDEX errands_open ON errands (subscriber, what, business) WHERE state = 'waiting';
CREATE INDEX errands_by_due ON errands (due_at) WHERE state = 'waiting';
-- How many rows and objects an erasure has deleted so far.
CREATE TABLE erased_counts (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    of_what text NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (subscriber, of_what)
);
-- What is left of an erasure. Nothing in it tells whose it was: the digest is that of a random key,
-- by which rows that would come late are refused.
CREATE TABLE erasure_receipts (
    number text PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),
    asked_at timestamptz NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE erasure_receipt_counts (
    number text NOT NULL REFERENCES erasure_receipts,
    of_what text NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (number, of_what)
);

ALTER TABLE errands ENABLE ROW LEVEL SECURITY;
ALTER TABLE errands FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON errands
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
CREATE POLICY of_the_owner ON errands TO CURRENT_USER USING (true);
ALTER TABLE erased_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON erased_counts
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
-- Nobody but the functions below sees or makes receipts.
ALTER TABLE erasure_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_owner ON erasure_receipts TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE erasure_receipt_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_receipt_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_owner ON erasure_receipt_counts TO CURRENT_USER
    USING (true) WITH CHECK (true);

-- When an errand was asked for and is due is the database's to say, and stays as it was said: nobody
-- shortens the days in which an erasure can be called back.
CREATE FUNCTION errands_keep_their_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.asked_at := clock_timestamp();
        NEW.due_at := CASE NEW.what WHEN 'erasure' THEN NEW.asked_at + interval '7 days'
            ELSE NEW.asked_at END;
        NEW.state := 'waiting';
        RETURN NEW;
    END IF;
    IF (NEW.subscriber, NEW.key, NEW.what, NEW.asked_at, NEW.due_at)
        IS DISTINCT FROM (OLD.subscriber, OLD.key, OLD.what, OLD.asked_at, OLD.due_at) THEN
        RAISE EXCEPTION 'an errand stays what it is';
    END IF;
    IF OLD.state <> 'waiting' AND NEW.state <> OLD.state THEN
        RAISE EXCEPTION 'an errand that has ended stays so';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER errands_keep_their_time BEFORE INSERT OR UPDATE ON errands
    FOR EACH ROW EXECUTE FUNCTION errands_keep_their_time();

-- Whether a subscriber's erasure was asked for, was not called back, and its days have passed.
CREATE FUNCTION is_being_erased(whose uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT EXISTS (SELECT 1 FROM errands WHERE subscriber = whose AND what = 'erasure'
          AND state = 'waiting' AND due_at <= clock_timestamp()) $$;

-- Takes the errand that is due first and that nobody holds. Of a subscriber who is being erased that
-- is the erasure and no other.
CREATE FUNCTION take_errand(for_node uuid, seconds integer)
    RETURNS TABLE (of_subscriber uuid, of_key uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        WITH free AS (
            SELECT e.subscriber, e.key FROM errands e
            WHERE e.state = 'waiting' AND e.due_at <= clock_timestamp()
              AND (e.held_until IS NULL OR e.held_until <= clock_timestamp())
              AND (e.what = 'erasure' OR NOT is_being_erased(e.subscriber))
            ORDER BY e.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE errands e SET node = for_node, attempts = e.attempts + 1, progress = '',
            held_until = clock_timestamp() + seconds * interval '1 second'
        FROM free WHERE e.subscriber = free.subscriber AND e.key = free.key
        RETURNING e.subscriber, e.key
    $$;

-- No new rows for whoever is being erased, or was. What hangs on a business needs no rule of its own:
-- there is none to hang it on. A business being made keeps the subscriber's row until it is there or
-- is given up, so that an erasure can wait for it.
CREATE FUNCTION refuse_rows_of_the_erased() RETURNS trigger
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    whose uuid := nullif(current_setting('tijori.subscriber', true), '')::uuid;
BEGIN
    IF TG_TABLE_NAME = 'businesses' THEN
        PERFORM 1 FROM subscribers WHERE subscriber = whose FOR KEY SHARE;
    END IF;
    IF whose IS NOT NULL AND (is_being_erased(whose) OR EXISTS (
        SELECT 1 FROM erasure_receipts WHERE digest = sha256(uuid_send(whose)))) THEN
        RAISE EXCEPTION 'everything of this subscriber is being erased, or was';
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE
    of_ours text;
BEGIN
    FOREACH of_ours IN ARRAY ARRAY[
        'businesses', 'noted_heads', 'user_rows', 'sign_in_names', 'vault_rows', 'subscribers',
        'billing_events', 'jobs', 'turns', 'errands', 'catalog_places', 'catalog_schedules',
        'catalog_retention_rules', 'catalog_entries', 'catalog_numbers', 'catalog_runs']
    LOOP
        EXECUTE format('CREATE TRIGGER not_of_the_erased BEFORE INSERT ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_rows_of_the_erased()', of_ours);
    END LOOP;
END $$;

-- What is kept for as long as its subscriber is there goes with everything else of theirs.
CREATE OR REPLACE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF is_being_erased(OLD.subscriber) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'history is append-only';
END $$;
CREATE OR REPLACE FUNCTION emails_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' AND NOT is_being_erased(OLD.subscriber) THEN
            RAISE EXCEPTION 'an email that left its draft is kept';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.key <> NEW.key THEN
        RAISE EXCEPTION 'an email keeps its key';
    END IF;
    IF OLD.state <> 'draft' AND NEW.state = 'draft' THEN
        RAISE EXCEPTION 'an email that left its draft is none again';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION email_messages_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF is_being_erased(OLD.subscriber) THEN
            RETURN OLD;
        END IF;
    END IF;
    IF (SELECT state FROM emails WHERE business = OLD.business AND key = OLD.email)
        IS DISTINCT FROM 'draft' THEN
        RAISE EXCEPTION 'the message of an email is kept as it was sent';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;

-- The tables that hold rows of subscribers, whatever migration made them. Nobody can sign in any more
-- when the first two are empty; without its business nothing can be written into one.
CREATE FUNCTION erasable_tables() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
        SELECT c.relname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attname = 'subscriber' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
          AND c.relnamespace = 'public'::regnamespace
          AND c.relname NOT IN ('subscribers', 'errands', 'erased_counts')
        ORDER BY coalesce(array_position(
            ARRAY['user_rows', 'sign_in_names', 'businesses'], c.relname::text), 9), c.relname
    $$;
-- Deletes all rows that a subscriber who is being erased has in one table, and counts them.
CREATE FUNCTION erase_rows(of_table text) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    whose uuid := nullif(current_setting('tijori.subscriber', true), '')::uuid;
    deleted bigint;
BEGIN
    IF whose IS NULL OR NOT is_being_erased(whose) THEN
        RAISE EXCEPTION 'this subscriber is not being erased';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM erasable_tables() AS known WHERE known = of_table) THEN
        RAISE EXCEPTION 'there is no such table';
    END IF;
    EXECUTE format('DELETE FROM %I WHERE subscriber = $1', of_table) USING whose;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    INSERT INTO erased_counts (of_what, count) VALUES (of_table, deleted)
        ON CONFLICT (subscriber, of_what)
        DO UPDATE SET count = erased_counts.count + excluded.count;
    RETURN deleted;
END $$;
-- Ends an erasure: nothing, while a row is left anywhere; else the number of the receipt, and the last
-- rows of the subscriber are gone.
CREATE FUNCTION finish_erasure() RETURNS text
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    whose uuid := nullif(current_setting('tijori.subscriber', true), '')::uuid;
    of_table text;
    is_left boolean;
    receipt_number text;
BEGIN
    IF whose IS NULL OR NOT is_being_erased(whose) THEN
        RAISE EXCEPTION 'this subscriber is not being erased';
    END IF;
    PERFORM 1 FROM subscribers WHERE subscriber = whose FOR UPDATE;
    FOR of_table IN SELECT * FROM erasable_tables() LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE subscriber = $1)', of_table)
            INTO is_left USING whose;
        IF is_left THEN
            RETURN NULL;
        END IF;
    END LOOP;
    INSERT INTO erasure_receipts (number, digest, asked_at)
        SELECT receipt, sha256(uuid_send(whose)), asked_at FROM errands
        WHERE subscriber = whose AND what = 'erasure' AND state = 'waiting'
        RETURNING number INTO receipt_number;
    INSERT INTO erasure_receipt_counts (number, of_what, count)
        SELECT receipt_number, of_what, count FROM erased_counts WHERE subscriber = whose;
    DELETE FROM erased_counts WHERE subscriber = whose;
    DELETE FROM errands WHERE subscriber = whose;
    DELETE FROM subscribers WHERE subscriber = whose;
    RETURN receipt_number;
END $$;
-- A receipt by its exact number.
CREATE FUNCTION erasure_receipt(wanted text)
    RETURNS TABLE (asked timestamptz, erased timestamptz, what text, how_many bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT r.asked_at, r.erased_at, c.of_what, c.count FROM erasure_receipts r
          LEFT JOIN erasure_receipt_counts c ON c.number = r.number
          WHERE r.number = wanted ORDER BY c.of_what $$;
REVOKE EXECUTE ON FUNCTION is_being_erased(uuid), take_errand(uuid, integer), erasable_tables(),
    erase_rows(text), finish_erasure(), erasure_receipt(text) FROM PUBLIC;
