-- Users of all subscribers and what belongs to them (docs/SPEC-users.md): rows in drawers, whose
-- meaning crate `users` knows. Kept apart as everything else is.
CREATE TABLE user_rows (
    subscriber uuid NOT NULL
        DEFAULT nullif(current_setting('tijori.subscriber', true), '')::uuid,
    drawer text NOT NULL,
    key bytea NOT NULL,
    owner uuid,
    body bytea NOT NULL,
    PRIMARY KEY (subscriber, drawer, key)
);
CREATE INDEX user_rows_by_owner ON user_rows (subscriber, owner, drawer) WHERE owner IS NOT NULL;
ALTER TABLE user_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY of_the_subscriber ON user_rows
    USING (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid))
    WITH CHECK (subscriber = (SELECT nullif(current_setting('tijori.subscriber', true), '')::uuid));
