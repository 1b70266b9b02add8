-- When every message of a wave was written; NULL: preparation has not begun or is cut off, and resuming it goes on there.
ALTER TABLE wave ADD COLUMN prepared_at DATETIME(3) NULL;
UPDATE wave SET prepared_at = started_at WHERE status IN ('RUNNING', 'FINISHED');

-- What an operator bills for a segment, from a day in Viet Nam on; the latest day that has come counts.
CREATE TABLE operator_tariff (
  operator_code   VARCHAR(20) NOT NULL,
  valid_from      DATE        NOT NULL,
  vnd_per_segment INT         NOT NULL,
  changed_by      VARCHAR(64) NOT NULL,
  changed_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (operator_code, valid_from),
  CONSTRAINT fk_tariff_operator FOREIGN KEY (operator_code) REFERENCES operator (code)
) ${tableOptions};

-- What a campaign would send, counted before it is submitted; the newest count of each campaign.
CREATE TABLE campaign_estimate (
  campaign_id BIGINT        NOT NULL PRIMARY KEY,
  computed_at DATETIME(3)   NOT NULL,
  result      VARCHAR(8000) NOT NULL, -- JSON
  CONSTRAINT fk_estimate_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};
