-- A template is a line of versions: an approved version never changes, a change is a new one.
CREATE TABLE template_version (
  template_id  BIGINT        NOT NULL,
  version      INT           NOT NULL, -- from 1
  text         VARCHAR(2000) NOT NULL,
  unaccented   VARCHAR(2000) NULL, -- its own wording without accents; NULL: the text folded
  placeholders VARCHAR(8000) NOT NULL, -- JSON: names with types, bounds and defaults
  status       VARCHAR(20)   NOT NULL, -- DRAFT | SUBMITTED | APPROVED | REJECTED | RETIRED
  created_by   VARCHAR(64)   NOT NULL,
  created_at   DATETIME(3)   NOT NULL,
  submitted_by VARCHAR(64)   NULL,
  submitted_at DATETIME(3)   NULL,
  decided_by   VARCHAR(64)   NULL,
  decided_at   DATETIME(3)   NULL,
  reason       VARCHAR(1000) NULL, -- why it was rejected
  PRIMARY KEY (template_id, version),
  CONSTRAINT fk_version_template FOREIGN KEY (template_id) REFERENCES template (id)
) ${tableOptions};

-- What stood in the table before nobody had approved.
INSERT INTO template_version (template_id, version, text, placeholders, status, created_by, created_at)
  SELECT id, 1, body, '[]', 'DRAFT', created_by, created_at FROM template;

ALTER TABLE template DROP COLUMN body;
ALTER TABLE template ADD COLUMN topic VARCHAR(20) NULL; -- a form of fraud, by its code
ALTER TABLE template ADD COLUMN search_name VARCHAR(300) DEFAULT '' NOT NULL; -- code and name without accents, in small letters
ALTER TABLE campaign ADD COLUMN template_version INT NULL;

-- Where people report and ask, as texts refer to it: {{kenh.156}}.
CREATE TABLE reporting_channel (
  code        VARCHAR(30)  NOT NULL PRIMARY KEY,
  name        VARCHAR(200) NOT NULL,
  text        VARCHAR(40)  NOT NULL, -- as it stands in a message
  verified_on DATE         NULL, -- when somebody last tried it
  verified_by VARCHAR(64)  NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  changed_at  DATETIME(3)  NOT NULL
) ${tableOptions};

INSERT INTO reporting_channel (code, name, text, changed_by, changed_at) VALUES
  ('156', 'Đầu số 156: phản ánh cuộc gọi, tin nhắn lừa đảo', '156', 'canhbao', '2026-01-01 00:00:00'),
  ('5656', 'Đầu số 5656: phản ánh tin nhắn, cuộc gọi rác', '5656', 'canhbao', '2026-01-01 00:00:00'),
  ('113', 'Cảnh sát 113', '113', 'canhbao', '2026-01-01 00:00:00'),
  ('cong_an', 'Công an nơi ở', 'Công an xã, phường gần nhất', 'canhbao', '2026-01-01 00:00:00'),
  ('ntrust', 'Ứng dụng nTrust của Hiệp hội An ninh mạng quốc gia', 'ứng dụng nTrust', 'canhbao', '2026-01-01 00:00:00');

-- A sender id or a version of a template, registered with an operator. The columns of the other kind are '' and 0.
CREATE TABLE operator_registration (
  id               BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  operator_code    VARCHAR(20)   NOT NULL,
  kind             VARCHAR(10)   NOT NULL, -- SENDER_ID | TEMPLATE
  sender_id        VARCHAR(11)   NOT NULL, -- in capitals: operators tell no case apart
  template_id      BIGINT        NOT NULL,
  template_version INT           NOT NULL,
  number           VARCHAR(100)  NULL, -- as the operator gave it
  status           VARCHAR(20)   NOT NULL, -- APPLIED | ACTIVE | EXPIRED | REFUSED
  applied_on       DATE          NULL,
  valid_from       DATE          NULL,
  valid_until      DATE          NULL, -- the last day
  note             VARCHAR(1000) NULL,
  changed_by       VARCHAR(64)   NOT NULL,
  changed_at       DATETIME(3)   NOT NULL,
  CONSTRAINT uq_registration UNIQUE (operator_code, kind, sender_id, template_id, template_version),
  CONSTRAINT fk_registration_operator FOREIGN KEY (operator_code) REFERENCES operator (code)
) ${tableOptions};
