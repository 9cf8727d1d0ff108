-- Downloads at the portal, which cannot write into books: they lie here until a node has told History
-- of them (docs/SPEC-portal.md, 4.4).
CREATE TABLE downloads (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    key uuid NOT NULL,
    business uuid NOT NULL,
    -- The backup.
    entry uuid NOT NULL,
    by_key uuid NOT NULL,
    -- Names are bytes, because PostgreSQL's text holds no NUL.
    by_name bytea NOT NULL,
    file_name bytea NOT NULL,
    sha256 bytea CHECK (octet_length(sha256) = 32),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Whether History tells of it.
    is_told boolean NOT NULL DEFAULT false,
    PRIMARY KEY (subscriber, key)
);
CREATE INDEX downloads_to_be_told ON downloads (subscriber, at) WHERE NOT is_told;
CREATE INDEX downloads_by_entry ON downloads (subscriber, entry, at);
ALTER TABLE downloads ENABLE ROW LEVEL SECURITY;
ALTER TABLE downloads FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON downloads
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
CREATE POLICY of_the_owner ON downloads TO CURRENT_USER USING (true);
CREATE TRIGGER not_of_the_erased BEFORE INSERT ON downloads
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rows_of_the_erased();
