-- Provinces and, below them, communes: the two levels since 1 July 2025. They come with the files that name them.
CREATE TABLE area (
  code        VARCHAR(10)  NOT NULL PRIMARY KEY, -- 2 digits: a province; 5: a commune
  name        VARCHAR(200) NOT NULL,
  parent_code VARCHAR(10)  NULL, -- of a commune: its province
  CONSTRAINT fk_area_parent FOREIGN KEY (parent_code) REFERENCES area (code)
) ${tableOptions};

ALTER TABLE recipient ADD COLUMN kind VARCHAR(20) DEFAULT 'SUBSCRIBER' NOT NULL; -- STAFF | SUBSCRIBER
ALTER TABLE recipient ADD COLUMN area_code VARCHAR(10) NULL; -- the commune, or only the province
ALTER TABLE recipient ADD COLUMN consent_basis VARCHAR(20) NULL; -- CONSENT | PUBLIC_TASK | LAW | STAFF; NULL: not recorded
ALTER TABLE recipient ADD COLUMN consent_date DATE NULL;
ALTER TABLE recipient ADD COLUMN consent_evidence VARCHAR(500) NULL; -- where it is written: form, document number
-- The name without accents, in small letters: what people type into the search.
ALTER TABLE recipient ADD COLUMN search_name VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE recipient ADD CONSTRAINT fk_recipient_area FOREIGN KEY (area_code) REFERENCES area (code);

CREATE TABLE recipient_tag (
  recipient_id BIGINT      NOT NULL,
  tag          VARCHAR(50) NOT NULL,
  PRIMARY KEY (recipient_id, tag),
  CONSTRAINT fk_tag_recipient FOREIGN KEY (recipient_id) REFERENCES recipient (id)
) ${tableOptions};
CREATE INDEX ix_recipient_tag ON recipient_tag (tag, recipient_id);

-- A definition with a name; who belongs to it is looked up each time.
CREATE TABLE audience (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(200)  NOT NULL,
  definition VARCHAR(8000) NOT NULL, -- JSON
  created_by VARCHAR(64)   NOT NULL,
  created_at DATETIME(3)   NOT NULL,
  changed_by VARCHAR(64)   NOT NULL,
  changed_at DATETIME(3)   NOT NULL,
  CONSTRAINT uq_audience_name UNIQUE (name)
) ${tableOptions};

-- What a campaign addresses beside campaign_audience: definitions, copied at drafting, so that what is approved never changes.
CREATE TABLE campaign_audience_part (
  campaign_id BIGINT        NOT NULL,
  position    INT           NOT NULL,
  audience_id BIGINT        NULL, -- the saved audience that was copied; NULL: written for this campaign
  name        VARCHAR(200)  NULL, -- of that audience then
  definition  VARCHAR(8000) NOT NULL, -- JSON
  PRIMARY KEY (campaign_id, position),
  CONSTRAINT fk_audience_part_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ${tableOptions};

-- A suppression that was lifted, with what it was.
CREATE TABLE lifted_suppression (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  msisdn      VARCHAR(15)  NOT NULL,
  reason      VARCHAR(30)  NOT NULL,
  note        VARCHAR(500) NULL,
  created_by  VARCHAR(64)  NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  lifted_by   VARCHAR(64)  NOT NULL,
  lifted_at   DATETIME(3)  NOT NULL,
  lift_reason VARCHAR(500) NOT NULL
) ${tableOptions};
CREATE INDEX ix_lifted_suppression ON lifted_suppression (msisdn, id);
CREATE INDEX ix_suppression_created ON suppression (created_at, msisdn);

-- Who has acknowledged a campaign, person by person.
CREATE INDEX ix_acknowledgement_msisdn ON acknowledgement (campaign_id, msisdn);
