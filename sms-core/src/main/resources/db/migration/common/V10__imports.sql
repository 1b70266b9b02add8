-- An import can be looked at before it starts (PREVIEW), stopped by a person, and says how far of what it is.
ALTER TABLE recipient_import ADD COLUMN encoding VARCHAR(20) NULL; -- of a CSV file; NULL: an XLSX workbook
ALTER TABLE recipient_import ADD COLUMN header TEXT NULL; -- JSON array: the file's columns
ALTER TABLE recipient_import ADD COLUMN total_rows BIGINT NOT NULL DEFAULT 0; -- rows below the header
ALTER TABLE recipient_import ADD COLUMN resumed_at DATETIME(3) NULL; -- began, or went on, last
ALTER TABLE recipient_import ADD COLUMN resumed_row BIGINT NOT NULL DEFAULT 0; -- rows read until then
ALTER TABLE recipient_import ADD COLUMN stopped_by VARCHAR(64) NULL; -- who asked it to stop; it then waits for a person

-- The whole row, so that it can be corrected and imported again.
ALTER TABLE recipient_import_reject ADD COLUMN cells TEXT NULL; -- JSON array

-- What was known of a recipient before an import changed it.
CREATE TABLE recipient_history (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recipient_id BIGINT        NOT NULL,
  full_name    VARCHAR(200)  NOT NULL,
  unit_id      BIGINT        NULL,
  attributes   VARCHAR(4000) NULL,
  known_until  DATETIME(3)   NOT NULL,
  import_id    BIGINT        NOT NULL -- the one that changed it
) ${tableOptions};
CREATE INDEX ix_recipient_history ON recipient_history (recipient_id, id);
