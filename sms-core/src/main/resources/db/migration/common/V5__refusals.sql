-- Messages that an SMSC refused for now: DELAYED until their time, outside the window. Small: the hot claim never sees it.
CREATE TABLE message_delay (
  message_id BIGINT      NOT NULL PRIMARY KEY,
  wave_id    BIGINT      NOT NULL,
  link       VARCHAR(50) NULL, -- that tries again; NULL: any other that has not refused it
  not_before DATETIME(3) NOT NULL,
  reason     VARCHAR(20) NOT NULL -- RETRY | ELSEWHERE | WRONG_NETWORK
) ${tableOptions};
CREATE INDEX ix_delay_due ON message_delay (link, not_before);
CREATE INDEX ix_delay_wave ON message_delay (wave_id);

-- Append-only: every "no" to a message, beside message_segment, which knows the last one only.
CREATE TABLE submit_refusal (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  message_id     BIGINT      NOT NULL,
  segment_no     INT         NOT NULL,
  at             DATETIME(3) NOT NULL,
  link           VARCHAR(50) NOT NULL,
  command_status INT         NOT NULL, -- 0: taken, and a receipt said later that it was not delivered
  receipt_error  VARCHAR(20) NULL,
  counted        BOOLEAN     NOT NULL -- FALSE: the link as a whole was ill, which uses none of the message's tries
) ${tableOptions};
CREATE INDEX ix_refusal_message ON submit_refusal (message_id, link, command_status);

-- Why the system paused it; NULL where a person did, or nobody.
ALTER TABLE campaign ADD COLUMN pause_reason VARCHAR(1000) NULL;
