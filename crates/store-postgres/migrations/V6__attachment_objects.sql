-- Bytes of attachments in object storage (docs/SPEC-cloud.md, 2.10 and 2.11). A content whose
-- object is named has no chunks.
ALTER TABLE blob_contents ADD COLUMN object text UNIQUE;
-- Since when no attachment has these bytes; the object is deleted a day later.
ALTER TABLE blob_contents ADD COLUMN let_go_at timestamptz;
CREATE INDEX blob_contents_let_go ON blob_contents (subscriber, let_go_at)
    WHERE let_go_at IS NOT NULL;
