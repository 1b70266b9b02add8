-- A receipt in message_payload may have 65,535 octets, and it is kept octet by octet. Addresses as they came, however
-- long: one that doesn't fit would refuse every receipt of its block.
ALTER TABLE receipt_journal MODIFY COLUMN tlvs MEDIUMBLOB NOT NULL;
ALTER TABLE receipt_journal MODIFY COLUMN source_addr VARCHAR(255) NOT NULL;
ALTER TABLE receipt_journal MODIFY COLUMN dest_addr VARCHAR(255) NOT NULL;
ALTER TABLE receipt_orphan MODIFY COLUMN msisdn VARCHAR(255) NOT NULL;

-- How an operator writes message ids in its receipts: what its receipts showed, and what an administrator accepted,
-- which wins over the configuration.
CREATE TABLE link_receipt_format (
  link        VARCHAR(50) NOT NULL PRIMARY KEY,
  accepted    VARCHAR(30) NULL, -- NULL: as configured
  accepted_by VARCHAR(64) NULL,
  accepted_at DATETIME(3) NULL,
  proposed    VARCHAR(30) NULL,
  matched     INT         NULL, -- so many receipts fit what is proposed
  told        INT         NULL, -- of so many that could be told
  proposed_at DATETIME(3) NULL
) ${tableOptions};
