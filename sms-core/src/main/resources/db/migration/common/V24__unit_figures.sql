-- Figures of each unit for each campaign, counted again while they change: a whole campaign is too long to count for a page.
CREATE TABLE unit_tally (
  campaign_id   BIGINT NOT NULL,
  unit_id       BIGINT NOT NULL, -- its own people, without those of the units below it
  people        BIGINT NOT NULL, -- for whom the campaign made a message
  delivered     BIGINT NOT NULL,
  confirmed     BIGINT NOT NULL,
  late          BIGINT NOT NULL,
  not_confirmed BIGINT NOT NULL,
  unreachable   BIGINT NOT NULL,
  PRIMARY KEY (campaign_id, unit_id)
) ${tableOptions};
CREATE INDEX ix_unit_tally_unit ON unit_tally (unit_id, campaign_id);

-- When a campaign was counted, and is to be counted next.
CREATE TABLE unit_count (
  campaign_id BIGINT      NOT NULL PRIMARY KEY,
  sent_at     DATETIME(3) NULL, -- when its first wave began
  asks_answer BOOLEAN     DEFAULT FALSE NOT NULL,
  counted_at  DATETIME(3) NULL, -- NULL: not yet
  next_at     DATETIME(3) NOT NULL
) ${tableOptions};
CREATE INDEX ix_unit_count_sent ON unit_count (sent_at);
