-- An urgent campaign's messages are claimed before all others'; those of an exercise only by links that lead nowhere.
ALTER TABLE campaign ADD COLUMN urgent BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE campaign ADD COLUMN exercise BOOLEAN DEFAULT FALSE NOT NULL;
-- The campaign that this one corrects or recalls.
ALTER TABLE campaign ADD COLUMN corrects_id BIGINT NULL;
-- Of a test send: the campaign whose text it tries. Such a row is in no list.
ALTER TABLE campaign ADD COLUMN test_of BIGINT NULL;
CREATE INDEX ix_campaign_corrects ON campaign (corrects_id);
CREATE INDEX ix_campaign_test_of ON campaign (test_of);

ALTER TABLE wave ADD COLUMN spread_seconds BIGINT NULL; -- sent evenly over so long; NULL: as fast as the links go
ALTER TABLE wave ADD COLUMN paused_alone BOOLEAN DEFAULT FALSE NOT NULL; -- by itself, not with its campaign: resumed by itself

-- How far a spread wave is, by operator, over all nodes and links.
CREATE TABLE wave_spread (
  wave_id       BIGINT      NOT NULL,
  operator_code VARCHAR(20) NOT NULL,
  planned       BIGINT      NOT NULL,
  taken         BIGINT      NOT NULL, -- claims so far, a message that came back counted again
  due           DOUBLE      NOT NULL, -- how many might have been claimed by looked_at
  looked_at     DATETIME(3) NOT NULL,
  PRIMARY KEY (wave_id, operator_code)
) ${tableOptions};
