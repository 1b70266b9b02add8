-- Up to which receipt was looked for numbers that had been erased before it came; the largest counts.
CREATE TABLE late_receipt (
  journal_id BIGINT NOT NULL PRIMARY KEY
) ${tableOptions};
