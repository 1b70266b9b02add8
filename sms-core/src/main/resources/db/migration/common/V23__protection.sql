-- The audit trail as a chain: each row is sealed with the seal of the one before it (ADR 24).
ALTER TABLE audit_trail ADD COLUMN chain_no BIGINT NULL; -- its place in the chain, from 1; NULL: not sealed yet, for a second or two
ALTER TABLE audit_trail ADD COLUMN chain_hash CHAR(64) NULL; -- HMAC-SHA-256, hexadecimal
CREATE UNIQUE INDEX uq_audit_chain_no ON audit_trail (chain_no);

-- One row: whoever holds its lock seals, so that several servers keep one chain.
CREATE TABLE audit_chain (
  id         INT         NOT NULL PRIMARY KEY,
  first_no   BIGINT      NOT NULL, -- the last place that retention has taken away; 0: none
  first_hash CHAR(64)    NOT NULL, -- its seal: the chain goes on from there
  first_mac  CHAR(64)    NOT NULL, -- of both with our key: nobody else moves the beginning
  last_no    BIGINT      NOT NULL,
  last_hash  CHAR(64)    NOT NULL
) ${tableOptions};

-- A fingerprint of the office's key: a server that has another one does not start.
CREATE TABLE office_key (
  id          INT      NOT NULL PRIMARY KEY,
  fingerprint CHAR(64) NOT NULL
) ${tableOptions};

-- Numbers that were erased and must not be sent to again: nobody can read them here, but each can be asked for.
CREATE TABLE erased_number (
  number_hash CHAR(64)    NOT NULL PRIMARY KEY, -- HMAC-SHA-256 with the office's key, hexadecimal
  reason      VARCHAR(30) NOT NULL, -- as in suppression
  created_by  VARCHAR(64) NOT NULL,
  created_at  DATETIME(3) NOT NULL
) ${tableOptions};

-- Set: this row is what figures by unit and area need of an erased person, and nothing else.
ALTER TABLE recipient ADD COLUMN erased_at DATETIME(3) NULL;
-- Set: its messages have lost their numbers and texts.
ALTER TABLE wave ADD COLUMN anonymised_at DATETIME(3) NULL;
ALTER TABLE wave ADD COLUMN anonymised_to BIGINT NULL; -- while that goes on: the last message done,
ALTER TABLE wave ADD COLUMN anonymise_until BIGINT NULL; -- and the wave's last one
CREATE INDEX ix_wave_anonymised ON wave (anonymised_at, finished_at);
CREATE INDEX ix_inbound_message_source ON inbound_message (source_addr);

-- What people ask of us under Law 91/2025/QH15, and how we kept the clock.
CREATE TABLE data_request (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind        VARCHAR(10)   NOT NULL, -- ACCESS | CORRECT | ERASE
  msisdn      VARCHAR(15)   NULL, -- NULL: erased
  number_hash CHAR(64)      NOT NULL,
  requester   VARCHAR(200)  NOT NULL,
  received_on DATE          NOT NULL,
  answer_due  DATE          NOT NULL,
  due_on      DATE          NOT NULL,
  status      VARCHAR(10)   NOT NULL, -- OPEN | WAITING (for messages under way) | DONE | REFUSED
  waiting_for VARCHAR(500)  NULL,
  note        VARCHAR(1000) NULL,
  outcome     VARCHAR(1000) NULL,
  answered_on DATE          NULL,
  created_by  VARCHAR(64)   NOT NULL,
  created_at  DATETIME(3)   NOT NULL,
  closed_by   VARCHAR(64)   NULL,
  closed_at   DATETIME(3)   NULL
) ${tableOptions};
CREATE INDEX ix_data_request_status ON data_request (status, due_on);

CREATE TABLE retention_run (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  data_class VARCHAR(20)  NOT NULL,
  up_to      DATE         NOT NULL, -- the last day, in Viet Nam, whose data went
  started_at DATETIME(3)  NOT NULL,
  ended_at   DATETIME(3)  NULL, -- NULL: runs, or its server died
  removed    BIGINT       NOT NULL,
  complete   BOOLEAN      NOT NULL, -- FALSE: time was up or something failed; the next run goes on
  failure    VARCHAR(500) NULL
) ${tableOptions};
CREATE INDEX ix_retention_run_class ON retention_run (data_class, id);

-- Windows and caps that an administrator set in place of the configured ones; no row: as configured.
CREATE TABLE sending_limit (
  scope        VARCHAR(20)  NOT NULL PRIMARY KEY, -- a message class, or ALL for the cap over all classes
  hours        VARCHAR(200) NULL,
  days_off     VARCHAR(200) NULL,
  most         INT          NULL, -- messages: in a day of a class; in within_hours over ALL; 0: no limit
  within_hours INT          NULL, -- of ALL
  changed_by   VARCHAR(64)  NOT NULL,
  changed_at   DATETIME(3)  NOT NULL
) ${tableOptions};
