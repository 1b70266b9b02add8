-- A campaign's form as far as it is written: neither a session's end nor a closed browser loses it.
CREATE TABLE campaign_form (
  form_key    VARCHAR(36) NOT NULL PRIMARY KEY, -- from the page: however often the same form is kept, it is one
  author      VARCHAR(64) NOT NULL,
  campaign_id BIGINT      NULL, -- the draft that is being changed; NULL: a new campaign
  fields      MEDIUMTEXT  NOT NULL, -- JSON, as typed
  saved_at    DATETIME(3) NOT NULL,
  CONSTRAINT fk_form_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};
CREATE INDEX ix_form_author ON campaign_form (author, saved_at);

-- What the author filled into the template, so that the draft can be changed again.
ALTER TABLE campaign ADD COLUMN author_values MEDIUMTEXT NULL; -- JSON; NULL: none

-- Everybody who changed a draft after it was written; none of them approves it.
CREATE TABLE campaign_reviser (
  campaign_id BIGINT      NOT NULL,
  username    VARCHAR(64) NOT NULL,
  PRIMARY KEY (campaign_id, username),
  CONSTRAINT fk_reviser_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

-- A campaign as it was put before the approver, each time: a rejected one is compared with what comes after.
CREATE TABLE campaign_submission (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  campaign_id  BIGINT      NOT NULL,
  submitted_by VARCHAR(64) NOT NULL,
  submitted_at DATETIME(3) NOT NULL,
  content      MEDIUMTEXT  NOT NULL, -- JSON: each field in words
  CONSTRAINT fk_submission_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

-- An estimate by wave, operator and unit is longer than one by operator.
ALTER TABLE campaign_estimate ADD COLUMN figures MEDIUMTEXT NULL; -- JSON
UPDATE campaign_estimate SET figures = result;
ALTER TABLE campaign_estimate DROP COLUMN result;
