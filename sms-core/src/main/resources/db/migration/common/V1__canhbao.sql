-- Our own tables, one text for H2 (MODE=MySQL) and MySQL. Every DATETIME is UTC, written by the application from its Clock.
-- ${tableOptions} is the engine, character set and collation on MySQL: accents tell names apart, so the collation is accent- and case-sensitive.

CREATE TABLE user_account (
  username      VARCHAR(64)  NOT NULL PRIMARY KEY,
  display_name  VARCHAR(200) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  roles         VARCHAR(200) NOT NULL, -- comma-separated: AUTHOR, APPROVER, OFFICE, ADMIN
  enabled       BOOLEAN      NOT NULL,
  created_at    DATETIME(3)  NOT NULL
) ${tableOptions};

-- Phòng, ban, trung tâm of an office; xã, phường of an area.
CREATE TABLE unit (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  kind       VARCHAR(20)  NOT NULL, -- OFFICE | COMMUNE
  parent_id  BIGINT       NULL,
  created_at DATETIME(3)  NOT NULL,
  CONSTRAINT uq_unit_name UNIQUE (name),
  CONSTRAINT fk_unit_parent FOREIGN KEY (parent_id) REFERENCES unit (id)
) ${tableOptions};

CREATE TABLE recipient (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  msisdn     VARCHAR(15)   NOT NULL, -- digits with the country code: 84912345678
  full_name  VARCHAR(200)  NOT NULL,
  unit_id    BIGINT        NULL,
  attributes VARCHAR(4000) NULL, -- further columns of the file, as a JSON object
  created_at DATETIME(3)   NOT NULL,
  updated_at DATETIME(3)   NOT NULL,
  CONSTRAINT uq_recipient_msisdn UNIQUE (msisdn),
  CONSTRAINT fk_recipient_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ${tableOptions};

CREATE TABLE recipient_list (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  created_by VARCHAR(64)  NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  CONSTRAINT uq_recipient_list_name UNIQUE (name)
) ${tableOptions};

CREATE TABLE recipient_list_member (
  list_id      BIGINT NOT NULL,
  recipient_id BIGINT NOT NULL,
  PRIMARY KEY (list_id, recipient_id),
  CONSTRAINT fk_member_list FOREIGN KEY (list_id) REFERENCES recipient_list (id),
  CONSTRAINT fk_member_recipient FOREIGN KEY (recipient_id) REFERENCES recipient (id)
) ${tableOptions};

CREATE TABLE recipient_import (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  list_id       BIGINT       NOT NULL,
  file_name     VARCHAR(255) NOT NULL,
  stored_file   VARCHAR(500) NOT NULL,
  mapping       VARCHAR(2000) NULL, -- JSON: our column -> the file's column
  status        VARCHAR(20)  NOT NULL, -- RUNNING | COMPLETED | FAILED | STOPPED
  failure       VARCHAR(1000) NULL,
  read_rows     BIGINT       NOT NULL,
  accepted      BIGINT       NOT NULL,
  duplicates    BIGINT       NOT NULL,
  rejected      BIGINT       NOT NULL,
  requested_by  VARCHAR(64)  NOT NULL,
  started_at    DATETIME(3)  NOT NULL,
  finished_at   DATETIME(3)  NULL,
  CONSTRAINT fk_import_list FOREIGN KEY (list_id) REFERENCES recipient_list (id)
) ${tableOptions};

CREATE TABLE recipient_import_reject (
  import_id  BIGINT        NOT NULL,
  row_no     BIGINT        NOT NULL, -- as a person sees it in a spreadsheet: the header is row 1
  field      VARCHAR(100)  NOT NULL,
  raw_value  VARCHAR(500)  NOT NULL,
  reason     VARCHAR(500)  NOT NULL,
  PRIMARY KEY (import_id, row_no),
  CONSTRAINT fk_reject_import FOREIGN KEY (import_id) REFERENCES recipient_import (id)
) ${tableOptions};

CREATE TABLE suppression (
  msisdn     VARCHAR(15)  NOT NULL PRIMARY KEY,
  reason     VARCHAR(30)  NOT NULL, -- REFUSED | WRONG_NUMBER | DATA_PROTECTION | MANUAL
  note       VARCHAR(500) NULL,
  created_by VARCHAR(64)  NOT NULL,
  created_at DATETIME(3)  NOT NULL
) ${tableOptions};

CREATE TABLE operator (
  code         VARCHAR(20)  NOT NULL PRIMARY KEY,
  display_name VARCHAR(100) NOT NULL
) ${tableOptions};

-- A prefix is only the number's first operator (national digits after the country code): the longest one wins.
CREATE TABLE operator_prefix (
  prefix        VARCHAR(10) NOT NULL PRIMARY KEY,
  operator_code VARCHAR(20) NOT NULL,
  CONSTRAINT fk_prefix_operator FOREIGN KEY (operator_code) REFERENCES operator (code)
) ${tableOptions};

-- Portability: this number is with that operator, whatever its prefix says.
CREATE TABLE operator_override (
  msisdn        VARCHAR(15) NOT NULL PRIMARY KEY,
  operator_code VARCHAR(20) NOT NULL,
  source        VARCHAR(30) NOT NULL, -- PORT_LIST | LEARNED | MANUAL
  created_at    DATETIME(3) NOT NULL,
  CONSTRAINT fk_override_operator FOREIGN KEY (operator_code) REFERENCES operator (code)
) ${tableOptions};

CREATE TABLE template (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code          VARCHAR(50)   NOT NULL,
  name          VARCHAR(200)  NOT NULL,
  message_class VARCHAR(20)   NOT NULL,
  body          VARCHAR(2000) NOT NULL,
  created_by    VARCHAR(64)   NOT NULL,
  created_at    DATETIME(3)   NOT NULL,
  CONSTRAINT uq_template_code UNIQUE (code)
) ${tableOptions};

CREATE TABLE campaign (
  id                BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name              VARCHAR(200)  NOT NULL,
  message_class     VARCHAR(20)   NOT NULL,
  template_id       BIGINT        NULL,
  text              VARCHAR(2000) NOT NULL, -- the template's body is copied at drafting: an approved text never changes
  text_form         VARCHAR(20)   NOT NULL, -- ACCENTED | UNACCENTED
  source            VARCHAR(1000) NOT NULL,
  sender_id         VARCHAR(11)   NOT NULL,
  validity_seconds  BIGINT        NOT NULL,
  unanswered_policy VARCHAR(10)   NOT NULL, -- KEEP | RESEND
  status            VARCHAR(20)   NOT NULL,
  created_by        VARCHAR(64)   NOT NULL,
  created_at        DATETIME(3)   NOT NULL,
  submitted_by      VARCHAR(64)   NULL,
  submitted_at      DATETIME(3)   NULL,
  finished_at       DATETIME(3)   NULL,
  CONSTRAINT fk_campaign_template FOREIGN KEY (template_id) REFERENCES template (id)
) ${tableOptions};

CREATE TABLE campaign_audience (
  campaign_id BIGINT      NOT NULL,
  kind        VARCHAR(10) NOT NULL, -- LIST | UNIT
  target_id   BIGINT      NOT NULL,
  PRIMARY KEY (campaign_id, kind, target_id),
  CONSTRAINT fk_audience_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

CREATE TABLE approval (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id BIGINT        NOT NULL,
  decision    VARCHAR(10)   NOT NULL, -- APPROVED | REJECTED
  reason      VARCHAR(1000) NULL,
  decided_by  VARCHAR(64)   NOT NULL,
  decided_at  DATETIME(3)   NOT NULL,
  CONSTRAINT fk_approval_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

CREATE TABLE wave (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id BIGINT       NOT NULL,
  position    INT          NOT NULL,
  at          DATETIME(3)  NULL, -- NULL: as soon as the campaign is approved
  cron        VARCHAR(100) NULL, -- recurring: each firing makes a wave of its own
  status      VARCHAR(20)  NOT NULL,
  started_at  DATETIME(3)  NULL,
  expires_at  DATETIME(3)  NULL, -- nothing is submitted after it
  finished_at DATETIME(3)  NULL,
  CONSTRAINT uq_wave_position UNIQUE (campaign_id, position),
  CONSTRAINT fk_wave_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};
CREATE INDEX ix_wave_status ON wave (status, id);

-- The queue between the scheduler and the gateway, and the record of who was reached.
-- No foreign keys: rows come and change by the thousand, and only through the prepare job and the link's ledger.
CREATE TABLE message (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  wave_id       BIGINT        NOT NULL,
  campaign_id   BIGINT        NOT NULL,
  recipient_id  BIGINT        NOT NULL,
  msisdn        VARCHAR(15)   NOT NULL,
  operator_code VARCHAR(20)   NOT NULL,
  sender_id     VARCHAR(11)   NOT NULL,
  text          VARCHAR(2000) NOT NULL, -- as sent: rendered, NFC, folded where the campaign says so
  segments      INT           NOT NULL,
  status        VARCHAR(20)   NOT NULL,
  expires_at    DATETIME(3)   NOT NULL,
  attempts      INT           NOT NULL,
  claimed_by    VARCHAR(100)  NULL, -- node
  link          VARCHAR(50)   NULL,
  submitted_at  DATETIME(3)   NULL, -- first submit_sm answered with OK
  final_at      DATETIME(3)   NULL,
  detail        VARCHAR(200)  NULL, -- why it failed, is in doubt, was suppressed
  -- One message a number and wave: what makes the prepare job restartable and the same person never warned twice.
  CONSTRAINT uq_message_wave_msisdn UNIQUE (wave_id, msisdn)
) ${tableOptions};
-- Serves the claim (wave, READY, operator), the tallies and the lists by state.
CREATE INDEX ix_message_wave_status ON message (wave_id, status, operator_code, segments);
-- Serves receipts without a usable id, matched by destination and time, and a person's history.
CREATE INDEX ix_message_msisdn ON message (msisdn, id);

-- One submit_sm each; written when its answer (or its silence) is known.
CREATE TABLE message_segment (
  message_id      BIGINT       NOT NULL,
  segment_no      INT          NOT NULL, -- from 1
  link            VARCHAR(50)  NOT NULL,
  smsc_message_id VARCHAR(70)  NULL, -- raw, as answered
  id_key          VARCHAR(70)  NULL, -- canonical: what receipts are matched by
  command_status  INT          NULL, -- NULL: no answer
  submitted_at    DATETIME(3)  NOT NULL,
  receipt_state   VARCHAR(20)  NULL,
  receipt_error   VARCHAR(20)  NULL,
  receipt_at      DATETIME(3)  NULL,
  PRIMARY KEY (message_id, segment_no)
) ${tableOptions};
CREATE INDEX ix_segment_id_key ON message_segment (id_key, link);

-- Append-only: every delivery receipt as it came, written before deliver_sm_resp.
CREATE TABLE receipt_journal (
  id              BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  node            VARCHAR(100)   NOT NULL,
  link            VARCHAR(50)    NOT NULL,
  received_at     DATETIME(3)    NOT NULL,
  source_addr     VARCHAR(25)    NOT NULL, -- the recipient: a receipt travels the other way
  dest_addr       VARCHAR(25)    NOT NULL,
  esm_class       INT            NOT NULL,
  data_coding     INT            NOT NULL,
  short_message   VARBINARY(2000) NOT NULL,
  tlvs            VARBINARY(2000) NOT NULL, -- TLVs as on the wire: tag, length, value
  smsc_message_id VARCHAR(70)    NULL,
  id_key          VARCHAR(70)    NULL,
  state           VARCHAR(20)    NOT NULL, -- as parsed; UNRECOGNISED where the words are strange
  error           VARCHAR(20)    NULL,
  done_at         DATETIME(3)    NULL
) ${tableOptions};
CREATE INDEX ix_receipt_journal_link ON receipt_journal (link, node, id);

-- How far a link's ledger has applied the journal of a node.
CREATE TABLE receipt_watermark (
  link       VARCHAR(50)  NOT NULL,
  node       VARCHAR(100) NOT NULL,
  journal_id BIGINT       NOT NULL,
  PRIMARY KEY (link, node)
) ${tableOptions};

-- Receipts that found no segment yet: they overtook their submit_sm_resp, or its answer never came.
CREATE TABLE receipt_orphan (
  journal_id  BIGINT      NOT NULL PRIMARY KEY,
  link        VARCHAR(50) NOT NULL,
  id_key      VARCHAR(70) NULL,
  msisdn      VARCHAR(25) NOT NULL,
  received_at DATETIME(3) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  error       VARCHAR(20) NULL
) ${tableOptions};
CREATE INDEX ix_orphan_key ON receipt_orphan (link, id_key);

-- Append-only.
CREATE TABLE audit_trail (
  id      BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at      DATETIME(3)   NOT NULL,
  actor   VARCHAR(64)   NOT NULL,
  action  VARCHAR(50)   NOT NULL,
  subject VARCHAR(100)  NOT NULL, -- 'campaign 12'
  detail  VARCHAR(2000) NULL
) ${tableOptions};

INSERT INTO operator (code, display_name) VALUES
  ('VIETTEL', 'Viettel'), ('VINAPHONE', 'VinaPhone'), ('MOBIFONE', 'MobiFone'), ('VIETNAMOBILE', 'Vietnamobile'),
  ('GMOBILE', 'Gmobile'), ('ITEL', 'iTel'), ('WINTEL', 'Wintel'), ('UNKNOWN', 'Chưa rõ');

INSERT INTO operator_prefix (prefix, operator_code) VALUES
  ('86', 'VIETTEL'), ('96', 'VIETTEL'), ('97', 'VIETTEL'), ('98', 'VIETTEL'),
  ('32', 'VIETTEL'), ('33', 'VIETTEL'), ('34', 'VIETTEL'), ('35', 'VIETTEL'),
  ('36', 'VIETTEL'), ('37', 'VIETTEL'), ('38', 'VIETTEL'), ('39', 'VIETTEL'),
  ('88', 'VINAPHONE'), ('91', 'VINAPHONE'), ('94', 'VINAPHONE'), ('81', 'VINAPHONE'),
  ('82', 'VINAPHONE'), ('83', 'VINAPHONE'), ('84', 'VINAPHONE'), ('85', 'VINAPHONE'),
  ('89', 'MOBIFONE'), ('90', 'MOBIFONE'), ('93', 'MOBIFONE'), ('70', 'MOBIFONE'),
  ('76', 'MOBIFONE'), ('77', 'MOBIFONE'), ('78', 'MOBIFONE'), ('79', 'MOBIFONE'),
  ('92', 'VIETNAMOBILE'), ('56', 'VIETNAMOBILE'), ('58', 'VIETNAMOBILE'), ('52', 'VIETNAMOBILE'),
  ('99', 'GMOBILE'), ('59', 'GMOBILE'), ('998', 'ITEL'), ('999', 'ITEL'), ('87', 'ITEL'), ('55', 'WINTEL'),
  ('30', 'UNKNOWN'), ('31', 'UNKNOWN'), ('51', 'UNKNOWN'), ('95', 'UNKNOWN');
