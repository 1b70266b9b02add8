-- The messages of a wave as they were last counted: what statistics and reports read instead of the message table (ADR 20).
CREATE TABLE statistics_wave (
  wave_id     BIGINT      NOT NULL PRIMARY KEY,
  campaign_id BIGINT      NOT NULL,
  counted_at  DATETIME(3) NOT NULL,
  took_millis BIGINT      NOT NULL, -- a wave that takes long to count is counted seldom while it moves
  phase       VARCHAR(10) NOT NULL, -- MOVING | OVER: its wave was over when it was counted | SETTLED: nothing in it changes any more
  planned     MEDIUMBLOB  NOT NULL, -- ids of recipients with a message: a serialised RoaringBitmap
  confirmed   MEDIUMBLOB  NOT NULL -- of those with a DELIVERED one
) ${tableOptions};
CREATE INDEX ix_statistics_wave_phase ON statistics_wave (phase);

CREATE TABLE statistics_tally (
  wave_id       BIGINT      NOT NULL,
  operator_code VARCHAR(20) NOT NULL,
  status        VARCHAR(20) NOT NULL,
  reason        VARCHAR(30) NOT NULL, -- a FailureReason of FAILED and EXPIRED; else empty
  messages      BIGINT      NOT NULL,
  submitted     BIGINT      NOT NULL, -- of them handed over
  segments      BIGINT      NOT NULL, -- of those handed over
  PRIMARY KEY (wave_id, operator_code, reason, status)
) ${tableOptions};

-- The same by unit, a row for all states: with a row each a year would have half a million.
CREATE TABLE statistics_unit (
  wave_id          BIGINT      NOT NULL,
  operator_code    VARCHAR(20) NOT NULL,
  unit_id          BIGINT      NOT NULL, -- the recipient's when it was counted; 0: none
  ready_messages            BIGINT NOT NULL, -- those of each status
  claimed_messages          BIGINT NOT NULL,
  delayed_messages          BIGINT NOT NULL,
  submitted_messages        BIGINT NOT NULL,
  unanswered_messages       BIGINT NOT NULL,
  delivered_messages        BIGINT NOT NULL,
  partly_delivered_messages BIGINT NOT NULL,
  failed_messages           BIGINT NOT NULL,
  expired_messages          BIGINT NOT NULL,
  unknown_messages          BIGINT NOT NULL,
  suppressed_messages       BIGINT NOT NULL,
  cancelled_messages        BIGINT NOT NULL,
  handed_over      BIGINT      NOT NULL, -- of all of them
  segments         BIGINT      NOT NULL, -- of those handed over
  PRIMARY KEY (wave_id, operator_code, unit_id)
) ${tableOptions};

-- From submit_sm to the operator's final receipt, DELIVERED messages only.
CREATE TABLE statistics_time (
  wave_id       BIGINT      NOT NULL,
  operator_code VARCHAR(20) NOT NULL,
  bucket        INT         NOT NULL, -- floor(10 ln(1 + milliseconds)): a tenth wide
  messages      BIGINT      NOT NULL,
  PRIMARY KEY (wave_id, operator_code, bucket)
) ${tableOptions};

-- Messages that their recipients acknowledged by SMS; of a campaign always counted together.
CREATE TABLE statistics_acknowledged (
  campaign_id   BIGINT      NOT NULL,
  wave_id       BIGINT      NOT NULL,
  operator_code VARCHAR(20) NOT NULL,
  unit_id       BIGINT      NOT NULL,
  messages      BIGINT      NOT NULL,
  PRIMARY KEY (campaign_id, wave_id, operator_code, unit_id)
) ${tableOptions};

-- A full count beside the kept one.
CREATE TABLE statistics_check (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  started_by  VARCHAR(64) NOT NULL,
  started_at  DATETIME(3) NOT NULL,
  ended_at    DATETIME(3) NULL, -- NULL: runs, or its server died
  waves       BIGINT      NOT NULL,
  messages    BIGINT      NOT NULL, -- counted
  erased      BIGINT      NOT NULL, -- waves whose messages are deleted: nothing to compare with
  differences BIGINT      NOT NULL
) ${tableOptions};

CREATE TABLE statistics_difference (
  check_id      BIGINT      NOT NULL,
  campaign_id   BIGINT      NOT NULL,
  wave_id       BIGINT      NOT NULL,
  operator_code VARCHAR(20) NOT NULL, -- empty: over all operators
  figure        VARCHAR(40) NOT NULL, -- a status, reason, submitted, segments, timed, planned people, confirmed people
  kept          BIGINT      NOT NULL,
  counted       BIGINT      NOT NULL,
  PRIMARY KEY (check_id, wave_id, operator_code, figure)
) ${tableOptions};
