-- Days that are not what their weekday says, as announced every year.
CREATE TABLE holiday (
  on_date    DATE         NOT NULL PRIMARY KEY,
  name       VARCHAR(200) NOT NULL,
  kind       VARCHAR(20)  NOT NULL, -- DAY_OFF | WORKING_DAY
  changed_by VARCHAR(64)  NOT NULL,
  changed_at DATETIME(3)  NOT NULL
) ${tableOptions};

-- The years that got their fixed holidays: what is removed by hand stays removed.
CREATE TABLE holiday_year (
  year_no INT NOT NULL PRIMARY KEY
) ${tableOptions};

-- Sent in relation to an earlier wave of the campaign (its position); "at" is set once that one is over.
ALTER TABLE wave ADD COLUMN after_position INT NULL;
ALTER TABLE wave ADD COLUMN delay_seconds BIGINT NULL;
-- Whom of the campaign's audience it addresses, as JSON; NULL: everybody.
ALTER TABLE wave ADD COLUMN narrowing VARCHAR(4000) NULL;
-- The recurring wave whose firing at "at" this is: a firing makes one wave, however often it is told.
ALTER TABLE wave ADD COLUMN firing_of BIGINT NULL;
-- Why it waits or was missed.
ALTER TABLE wave ADD COLUMN reason VARCHAR(500) NULL;
CREATE UNIQUE INDEX uq_wave_firing ON wave (firing_of, at);

-- A change of an approved campaign's wave: what was approved stands until another person has approved the change.
CREATE TABLE wave_change (
  wave_id        BIGINT        NOT NULL PRIMARY KEY,
  at             DATETIME(3)   NULL,
  cron           VARCHAR(100)  NULL,
  after_position INT           NULL,
  delay_seconds  BIGINT        NULL,
  spread_seconds BIGINT        NULL,
  narrowing      VARCHAR(4000) NULL,
  proposed_by    VARCHAR(64)   NOT NULL,
  proposed_at    DATETIME(3)   NOT NULL,
  CONSTRAINT fk_wave_change FOREIGN KEY (wave_id) REFERENCES wave (id)
) ${tableOptions};

-- The approver set windows or caps aside for this campaign, with a reason.
CREATE TABLE limit_override (
  campaign_id BIGINT        NOT NULL PRIMARY KEY,
  windows     BOOLEAN       NOT NULL,
  caps        BOOLEAN       NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  granted_by  VARCHAR(64)   NOT NULL,
  granted_at  DATETIME(3)   NOT NULL,
  CONSTRAINT fk_override_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};
