-- Who doesn't acknowledge in time is reminded, and at last their unit's head is told.
CREATE TABLE escalation (
  campaign_id   BIGINT      NOT NULL PRIMARY KEY,
  after_seconds BIGINT      NOT NULL, -- so long has everybody to acknowledge, after each sending
  reminders     INT         NOT NULL,
  tell_heads    BOOLEAN     NOT NULL,
  told_at       DATETIME(3) NULL, -- the heads, or when it was clear that there was nothing to tell
  CONSTRAINT fk_escalation_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

-- A repetition of the campaign's text to those who have not acknowledged it.
ALTER TABLE wave ADD COLUMN reminder BOOLEAN DEFAULT FALSE NOT NULL;

-- Who answers for a unit, with or without an account here.
ALTER TABLE unit ADD COLUMN head_name VARCHAR(200) NULL;
ALTER TABLE unit ADD COLUMN head_msisdn VARCHAR(15) NULL;
