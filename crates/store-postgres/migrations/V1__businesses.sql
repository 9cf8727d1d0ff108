-- The businesses of all subscribers, and everything in them (docs/SPEC-cloud.md, 2).
--
-- Every table names the subscriber whose row it is, and the policies at the end let nobody see or
-- write a row of another: a transaction says for whom it works (tijori.subscriber), and without
-- that there are no rows. Texts that come from files are bytes, because PostgreSQL's text cannot
-- hold every character that they may.

CREATE TABLE businesses (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber uuid NOT NULL,
    key uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- In Trash since then.
    removed_at timestamptz,
    name bytea NOT NULL,
    country bytea,
    time_zone bytea NOT NULL,
    installation uuid NOT NULL,
    absent text NOT NULL,
    -- What the list shows; changed in the transaction that changes what they count.
    records_count bigint NOT NULL DEFAULT 0,
    bytes_count bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX businesses_live ON businesses (subscriber, key) WHERE removed_at IS NULL;
CREATE INDEX businesses_in_trash ON businesses (subscriber, key) WHERE removed_at IS NOT NULL;

CREATE TABLE objects (
    business bigint NOT NULL,
    key uuid NOT NULL,
    subscriber uuid NOT NULL,
    content_type uuid NOT NULL,
    ticks bigint,
    content bytea NOT NULL,
    PRIMARY KEY (business, key)
);
CREATE INDEX objects_by_content_type ON objects (business, content_type, key);

-- Equal bytes of one business are kept once. The digest is empty only while they are read.
CREATE TABLE blob_contents (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business bigint NOT NULL,
    subscriber uuid NOT NULL,
    digest bytea CHECK (octet_length(digest) = 32),
    bytes_count bigint NOT NULL,
    UNIQUE (business, digest)
);
CREATE TABLE blob_chunks (
    content bigint NOT NULL,
    position bigint NOT NULL,
    subscriber uuid NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (content, position)
);
-- What is in there is compressed by whoever made it, or not at all worth the time.
ALTER TABLE blob_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE TABLE blobs (
    business bigint NOT NULL,
    is_shelved boolean NOT NULL,
    key uuid NOT NULL,
    subscriber uuid NOT NULL,
    name bytea,
    content_type bytea,
    content bigint NOT NULL,
    PRIMARY KEY (business, is_shelved, key)
);
CREATE INDEX blobs_by_content ON blobs (content);

CREATE TABLE carried_tables (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business bigint NOT NULL,
    subscriber uuid NOT NULL,
    name bytea NOT NULL,
    without_rowid boolean NOT NULL,
    UNIQUE (business, name)
);
CREATE TABLE carried_columns (
    carried_table bigint NOT NULL,
    position bigint NOT NULL,
    subscriber uuid NOT NULL,
    name bytea NOT NULL,
    declared_type bytea NOT NULL,
    is_not_null boolean NOT NULL,
    primary_key_place bigint NOT NULL,
    PRIMARY KEY (carried_table, position)
);
CREATE TABLE carried_rows (
    carried_table bigint NOT NULL,
    position bigint NOT NULL,
    subscriber uuid NOT NULL,
    bytes_count bigint NOT NULL,
    cells bytea NOT NULL,
    PRIMARY KEY (carried_table, position)
);

-- What is looked up about attachments: derived. An owner of zeros means none.
CREATE TABLE attachment_owners (
    business bigint NOT NULL,
    owner uuid NOT NULL,
    attachment uuid NOT NULL,
    subscriber uuid NOT NULL,
    PRIMARY KEY (business, owner, attachment)
);
CREATE UNIQUE INDEX attachment_owners_by_attachment ON attachment_owners (business, attachment);
CREATE TABLE image_rows (
    business bigint NOT NULL,
    key uuid NOT NULL,
    subscriber uuid NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (business, key)
);

CREATE TABLE history (
    business bigint NOT NULL,
    sequence bigint NOT NULL,
    subscriber uuid NOT NULL,
    key uuid NOT NULL,
    installation uuid NOT NULL,
    commit_key uuid NOT NULL,
    instant_seconds bigint NOT NULL,
    instant_nanoseconds integer NOT NULL,
    zone bytea NOT NULL,
    offset_seconds integer NOT NULL,
    user_key uuid,
    user_name bytea NOT NULL,
    program_version bytea NOT NULL,
    action text NOT NULL,
    object uuid,
    content_type_before uuid,
    content_type_after uuid,
    title bytea NOT NULL,
    facts bytea NOT NULL,
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    content_before bytea,
    content_after bytea,
    PRIMARY KEY (business, sequence),
    UNIQUE (business, key)
);
CREATE INDEX history_by_user_name ON history (business, user_name, sequence);
CREATE INDEX history_by_action ON history (business, action, sequence);
CREATE INDEX history_by_object ON history (business, object, sequence);
CREATE INDEX history_by_kind_before ON history (business, content_type_before, sequence);
CREATE INDEX history_by_kind_after ON history (business, content_type_after, sequence);
CREATE INDEX history_by_instant ON history (business, instant_seconds, instant_nanoseconds);

CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is append-only';
END $$;
CREATE TRIGGER history_is_not_changed BEFORE UPDATE OR DELETE ON history
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER history_is_not_emptied BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE FUNCTION history_grows_at_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sequence IS DISTINCT FROM
        (SELECT coalesce(max(sequence), 0) + 1 FROM history WHERE business = NEW.business) THEN
        RAISE EXCEPTION 'history is append-only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER history_grows_at_its_end BEFORE INSERT ON history
    FOR EACH ROW EXECUTE FUNCTION history_grows_at_its_end();

-- Where a chain ended at each backup, beside the business and not in it.
CREATE TABLE noted_heads (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber uuid NOT NULL,
    business_key uuid NOT NULL,
    line bytea NOT NULL
);
CREATE INDEX noted_heads_by_business ON noted_heads (subscriber, business_key, number);

CREATE TABLE emails (
    business bigint NOT NULL,
    key uuid NOT NULL,
    subscriber uuid NOT NULL,
    state text NOT NULL,
    is_held boolean NOT NULL,
    created_seconds bigint NOT NULL,
    created_nanoseconds integer NOT NULL,
    queued_seconds bigint,
    queued_nanoseconds integer,
    sent_seconds bigint,
    sent_nanoseconds integer,
    record uuid,
    record_kind uuid,
    contact uuid,
    sender bytea NOT NULL,
    recipients bytea NOT NULL,
    copies bytea NOT NULL,
    hidden_copies bytea NOT NULL,
    reply_to bytea,
    subject bytea NOT NULL,
    message_id bytea NOT NULL,
    attempts bigint NOT NULL,
    failure bytea,
    failure_reason bytea,
    PRIMARY KEY (business, key)
);
CREATE INDEX emails_by_creation ON emails (business, created_seconds, created_nanoseconds, key);
CREATE INDEX emails_by_state
    ON emails (business, state, is_held, queued_seconds, queued_nanoseconds);
CREATE INDEX emails_by_record ON emails (business, record);
CREATE INDEX emails_by_contact ON emails (business, contact);
CREATE TABLE email_messages (
    business bigint NOT NULL,
    email uuid NOT NULL,
    subscriber uuid NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (business, email)
);

CREATE FUNCTION emails_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' THEN
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
CREATE TRIGGER emails_are_kept BEFORE UPDATE OR DELETE ON emails
    FOR EACH ROW EXECUTE FUNCTION emails_are_kept();
CREATE FUNCTION email_messages_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM emails WHERE business = OLD.business AND key = OLD.email)
        IS DISTINCT FROM 'draft' THEN
        RAISE EXCEPTION 'the message of an email is kept as it was sent';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER email_messages_are_kept BEFORE UPDATE OR DELETE ON email_messages
    FOR EACH ROW EXECUTE FUNCTION email_messages_are_kept();

-- Kept postings (docs/SPEC-posting.md, 15): derived and disposable.
CREATE TABLE posted_marks (
    business bigint PRIMARY KEY,
    subscriber uuid NOT NULL,
    sequence bigint NOT NULL,
    rules text NOT NULL,
    earliest date
);
CREATE TABLE posted_documents (
    business bigint NOT NULL,
    document uuid NOT NULL,
    subscriber uuid NOT NULL,
    has_head boolean NOT NULL,
    kind uuid NOT NULL,
    date date,
    due_date date,
    reference bytea NOT NULL,
    contact uuid,
    bank_account uuid,
    description bytea NOT NULL,
    currency uuid,
    total numeric,
    PRIMARY KEY (business, document)
);
CREATE INDEX posted_documents_by_kind ON posted_documents (business, kind, date);
CREATE INDEX posted_documents_by_contact ON posted_documents (business, contact, kind, date)
    WHERE contact IS NOT NULL;
CREATE TABLE posted_names (
    business bigint NOT NULL,
    named uuid NOT NULL,
    document uuid NOT NULL,
    subscriber uuid NOT NULL,
    PRIMARY KEY (business, named, document)
);
CREATE INDEX posted_names_by_document ON posted_names (business, document);
CREATE TABLE posted_reasons (
    business bigint NOT NULL,
    document uuid NOT NULL,
    position integer NOT NULL,
    subscriber uuid NOT NULL,
    kind uuid NOT NULL,
    -- A reason without a date says why the document posted nothing.
    date date,
    line bigint,
    code text NOT NULL,
    arguments bytea NOT NULL,
    amount numeric NOT NULL,
    PRIMARY KEY (business, document, position)
);
CREATE TABLE posted_costs (
    business bigint NOT NULL,
    item uuid NOT NULL,
    date date NOT NULL,
    subscriber uuid NOT NULL,
    cost numeric NOT NULL,
    PRIMARY KEY (business, item, date)
);
CREATE TABLE posted_items (
    business bigint NOT NULL,
    item uuid NOT NULL,
    subscriber uuid NOT NULL,
    valued_until date NOT NULL,
    PRIMARY KEY (business, item)
);
CREATE TABLE postings (
    business bigint NOT NULL,
    document uuid NOT NULL,
    position integer NOT NULL,
    subscriber uuid NOT NULL,
    date date NOT NULL,
    kind uuid NOT NULL,
    account uuid NOT NULL,
    subledger uuid,
    amount numeric NOT NULL,
    currency uuid,
    own_amount numeric,
    line bigint,
    description bytea NOT NULL,
    contact uuid,
    invoice uuid,
    tax_code uuid,
    tax_role bigint,
    quantity numeric,
    division uuid,
    PRIMARY KEY (business, document, position)
);
CREATE INDEX postings_by_account ON postings (business, account, date);
CREATE INDEX postings_by_date ON postings (business, date);
CREATE INDEX postings_by_subledger ON postings (business, subledger, date)
    WHERE subledger IS NOT NULL;
CREATE INDEX postings_by_invoice ON postings (business, invoice) WHERE invoice IS NOT NULL;
CREATE INDEX postings_by_tax_code ON postings (business, tax_code, date)
    WHERE tax_code IS NOT NULL;

-- Every table by one rule: the row's subscriber is the transaction's, for reading and for writing,
-- and for the owner of the tables too. A new row's subscriber is the transaction's by itself.
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'subscriber'
    LOOP
        EXECUTE format(
            'ALTER TABLE %I ALTER COLUMN subscriber
             SET DEFAULT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid',
            found.table_name);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', found.table_name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', found.table_name);
        EXECUTE format(
            'CREATE POLICY of_the_subscriber ON %I
             USING (subscriber =
                 (SELECT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid))
             WITH CHECK (subscriber =
                 (SELECT nullif(current_setting(''tijori.subscriber'', true), '''')::uuid))',
            found.table_name);
    END LOOP;
END $$;
