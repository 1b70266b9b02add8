-- An official report that people edit before they export it: words only, figures are read when it is made.
CREATE TABLE report_draft (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  period       VARCHAR(30)  NOT NULL, -- 2026-11 | 2026-Q4 | 2026 | 2026-11-01/2026-11-20
  subject      VARCHAR(500) NOT NULL,
  addressees   VARCHAR(2000) NOT NULL, -- Kính gửi, one a line
  bases        VARCHAR(4000) NOT NULL, -- Căn cứ, one a line
  section1     TEXT         NOT NULL, -- I. to IV.: one paragraph a line
  section2     TEXT         NOT NULL,
  section3     TEXT         NOT NULL,
  section4     TEXT         NOT NULL,
  receivers    VARCHAR(2000) NOT NULL, -- Nơi nhận, one a line
  signer_title VARCHAR(500) NOT NULL, -- TM., KT. and the office held, one a line
  signer_name  VARCHAR(200) NOT NULL,
  version      INT          NOT NULL, -- counts the edits: two people never overwrite each other unseen
  created_by   VARCHAR(64)  NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  changed_by   VARCHAR(64)  NOT NULL,
  changed_at   DATETIME(3)  NOT NULL
) ${tableOptions};

-- What the office says of a campaign to the outside; no row: an ordinary alert, not published.
CREATE TABLE warning_notice (
  campaign_id  BIGINT       NOT NULL PRIMARY KEY,
  topic        VARCHAR(200) NULL, -- for reports; NULL: by its message class
  status       VARCHAR(10)  NOT NULL, -- ACTUAL | EXERCISE | TEST
  message_type VARCHAR(10)  NOT NULL, -- ALERT | UPDATE | CANCEL
  refers_to    BIGINT       NULL, -- the campaign that an UPDATE or CANCEL is about
  published_by VARCHAR(64)  NULL,
  published_at DATETIME(3)  NULL, -- NULL: not on the public pages
  changed_at   DATETIME(3)  NOT NULL,
  CONSTRAINT fk_notice_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
  CONSTRAINT fk_notice_refers_to FOREIGN KEY (refers_to) REFERENCES campaign (id)
) ${tableOptions};
CREATE INDEX ix_notice_published ON warning_notice (published_at);
-- Reports ask for the waves of a period.
CREATE INDEX ix_wave_started ON wave (started_at);
