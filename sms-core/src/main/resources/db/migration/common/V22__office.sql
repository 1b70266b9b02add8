-- When the official report of each kind of period is made and whom it is mailed to; no row: not by itself.
CREATE TABLE report_schedule (
  kind        VARCHAR(10)   NOT NULL PRIMARY KEY, -- MONTH | QUARTER | YEAR
  enabled     BOOLEAN       NOT NULL,
  day_no      INT           NOT NULL, -- day of the month after the period, 1 to 28
  at_time     VARCHAR(5)    NOT NULL, -- 07:30, Vietnamese time
  addressees  VARCHAR(4000) NOT NULL, -- e-mail addresses, one a line
  failure     VARCHAR(500)  NULL, -- why the last run made nothing; NULL: it did, or there was none
  changed_by  VARCHAR(64)   NOT NULL,
  changed_at  DATETIME(3)   NOT NULL
) ${tableOptions};

-- A report as it was made: its files are kept as they were and never written again.
CREATE TABLE report_run (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  draft_id      BIGINT       NOT NULL,
  draft_version INT          NOT NULL,
  period        VARCHAR(30)  NOT NULL,
  subject       VARCHAR(500) NOT NULL,
  scheduled_for VARCHAR(30)  NULL, -- the period, if the schedule made it: once, however often it is told; NULL: by hand
  made_by       VARCHAR(64)  NOT NULL,
  made_at       DATETIME(3)  NOT NULL,
  CONSTRAINT uq_report_run_schedule UNIQUE (scheduled_for),
  CONSTRAINT fk_report_run_draft FOREIGN KEY (draft_id) REFERENCES report_draft (id)
) ${tableOptions};

CREATE TABLE report_file (
  run_id  BIGINT       NOT NULL,
  format  VARCHAR(10)  NOT NULL, -- DOCX | PDF | XLSX
  name    VARCHAR(200) NOT NULL,
  sha256  CHAR(64)     NOT NULL, -- of content, when it was made
  content LONGBLOB     NOT NULL,
  PRIMARY KEY (run_id, format),
  CONSTRAINT fk_report_file_run FOREIGN KEY (run_id) REFERENCES report_run (id)
) ${tableOptions};

-- A run on its way to one addressee: one that refuses keeps nobody else from theirs.
CREATE TABLE report_mail (
  run_id   BIGINT       NOT NULL,
  address  VARCHAR(254) NOT NULL,
  status   VARCHAR(10)  NOT NULL, -- WAITING | SENT | FAILED
  attempts INT          NOT NULL,
  next_at  DATETIME(3)  NULL, -- when it is tried (again)
  sent_at  DATETIME(3)  NULL,
  detail   VARCHAR(500) NULL, -- why the last attempt failed
  PRIMARY KEY (run_id, address),
  CONSTRAINT fk_report_mail_run FOREIGN KEY (run_id) REFERENCES report_run (id)
) ${tableOptions};
CREATE INDEX ix_report_mail_due ON report_mail (status, next_at);

-- What an operator sends to its own subscribers because the office asks for it; nothing of it passes through our links.
CREATE TABLE broadcast (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  operator_code VARCHAR(20)   NOT NULL,
  topic         VARCHAR(200)  NOT NULL,
  text          VARCHAR(1000) NOT NULL,
  area          VARCHAR(500)  NOT NULL,
  starts_at     DATETIME(3)   NOT NULL, -- as asked for
  ends_at       DATETIME(3)   NOT NULL,
  source        VARCHAR(500)  NOT NULL,
  status        VARCHAR(20)   NOT NULL, -- DRAFT | SUBMITTED | APPROVED | REPORTED | CANCELLED
  created_by    VARCHAR(64)   NOT NULL,
  created_at    DATETIME(3)   NOT NULL,
  decided_by    VARCHAR(64)   NULL,
  decided_at    DATETIME(3)   NULL,
  remark        VARCHAR(1000) NULL, -- why it was sent back
  sent_on       DATETIME(3)   NULL, -- when the operator says that it began
  reported_by   VARCHAR(64)   NULL, -- who entered the operator's figures
  reported_at   DATETIME(3)   NULL
) ${tableOptions};
CREATE INDEX ix_broadcast_sent ON broadcast (sent_on);

-- The operator's own count of a broadcast, by area as it reports it.
CREATE TABLE broadcast_count (
  broadcast_id BIGINT       NOT NULL,
  position     INT          NOT NULL,
  area         VARCHAR(200) NOT NULL,
  subscribers  BIGINT       NOT NULL, -- in the area
  sent         BIGINT       NOT NULL,
  delivered    BIGINT       NOT NULL,
  failed       BIGINT       NOT NULL,
  PRIMARY KEY (broadcast_id, position),
  CONSTRAINT fk_broadcast_count FOREIGN KEY (broadcast_id) REFERENCES broadcast (id)
) ${tableOptions};
