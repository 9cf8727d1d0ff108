-- The catalogue of kept backups of all subscribers (docs/SPEC-keeping.md): the columns of the catalogue
-- in a file, where they are explained. Moments are bytes that sort as they do. Texts that may hold
-- anything (names, troubles) are bytes, because PostgreSQL's text holds no NUL.
CREATE TABLE catalog_places (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    address text NOT NULL,
    PRIMARY KEY (subscriber, key)
);
CREATE TABLE catalog_schedules (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    business uuid,
    rhythm text NOT NULL,
    places text NOT NULL,
    contents text NOT NULL,
    passphrase uuid,
    is_rehearsed boolean NOT NULL,
    alarm_to text,
    is_on boolean NOT NULL,
    since text NOT NULL,
    PRIMARY KEY (subscriber, key)
);
CREATE TABLE catalog_retention_rules (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    -- All zeros for the rule of all businesses: NULL would not be unique.
    business uuid NOT NULL,
    retention text,
    PRIMARY KEY (subscriber, business)
);
CREATE TABLE catalog_entries (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    business uuid NOT NULL,
    business_name bytea NOT NULL,
    sequence bigint NOT NULL,
    made_at bytea NOT NULL,
    zone text NOT NULL,
    schedule uuid,
    place uuid,
    blob text NOT NULL,
    file_name text NOT NULL,
    bytes_count bigint NOT NULL,
    sha256 bytea,
    content_digest bytea,
    head_sequence bigint,
    head_hash bytea,
    contents text NOT NULL,
    is_encrypted boolean NOT NULL,
    verified_at bytea,
    verified_trouble bytea,
    rehearsed_at bytea,
    rehearsed_trouble bytea,
    state text NOT NULL,
    state_at bytea,
    state_trouble bytea,
    PRIMARY KEY (subscriber, key)
);
CREATE TABLE catalog_numbers (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    business uuid NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (subscriber, business)
);
CREATE TABLE catalog_runs (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    kind text NOT NULL,
    business uuid NOT NULL,
    schedule uuid,
    entry uuid,
    due_at bytea NOT NULL,
    began_at bytea NOT NULL,
    ended_at bytea NOT NULL,
    outcome text NOT NULL,
    trouble bytea,
    PRIMARY KEY (subscriber, key)
);
CREATE INDEX catalog_entries_by_business ON catalog_entries (subscriber, business, sequence);
CREATE INDEX catalog_runs_by_business ON catalog_runs (subscriber, business, due_at);
ALTER TABLE catalog_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_places FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_places
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
ALTER TABLE catalog_schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_schedules
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
ALTER TABLE catalog_retention_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_retention_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_retention_rules
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
ALTER TABLE catalog_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_entries
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
ALTER TABLE catalog_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_numbers FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_numbers
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
ALTER TABLE catalog_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON catalog_runs
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
