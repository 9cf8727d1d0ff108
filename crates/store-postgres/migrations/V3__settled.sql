-- What settles what, kept (docs/SPEC-posting.md, 15.8): derived and disposable. What was kept before
-- is made again with it.
DELETE FROM posted_marks;
-- The number at the end of the reference, by which documents of one day are listed.
ALTER TABLE posted_documents ADD COLUMN number bigint;
CREATE TABLE posted_settled (
    business bigint NOT NULL,
    owed smallint NOT NULL,
    contact uuid NOT NULL,
    invoice uuid NOT NULL,
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    account uuid NOT NULL,
    date date NOT NULL,
    due_date date,
    reference bytea NOT NULL,
    is_headed boolean NOT NULL,
    currency uuid,
    total numeric NOT NULL,
    total_base numeric NOT NULL,
    open numeric NOT NULL,
    open_base numeric NOT NULL,
    PRIMARY KEY (business, owed, contact, invoice)
);
CREATE INDEX posted_settled_open ON posted_settled (business, owed, contact)
    WHERE open <> 0 OR open_base <> 0;
CREATE TABLE posted_unallocated (
    business bigint NOT NULL,
    owed smallint NOT NULL,
    contact uuid NOT NULL,
    position integer NOT NULL,
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    document uuid NOT NULL,
    kind uuid NOT NULL,
    account uuid NOT NULL,
    date date NOT NULL,
    currency uuid,
    amount numeric NOT NULL,
    base numeric NOT NULL,
    PRIMARY KEY (business, owed, contact, position)
);
ALTER TABLE posted_settled ENABLE ROW LEVEL SECURITY;
ALTER TABLE posted_settled FORCE ROW LEVEL SECURITY;
ALTER TABLE posted_unallocated ENABLE ROW LEVEL SECURITY;
ALTER TABLE posted_unallocated FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON posted_settled
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
CREATE POLICY of_the_subscriber ON posted_unallocated
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
