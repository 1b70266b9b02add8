-- How a wave stood, minute by minute: progress bars and charts read these few rows and count no messages.
CREATE TABLE wave_minute (
  wave_id    BIGINT      NOT NULL,
  at_minute  DATETIME(3) NOT NULL, -- the row holds the latest count of that minute
  counted_at DATETIME(3) NOT NULL,
  planned    BIGINT      NOT NULL,
  pending    BIGINT      NOT NULL,
  submitted  BIGINT      NOT NULL, -- taken by an SMSC, no final receipt yet
  delivered  BIGINT      NOT NULL,
  failed     BIGINT      NOT NULL, -- FAILED, EXPIRED or PARTLY_DELIVERED
  unclear    BIGINT      NOT NULL, -- UNANSWERED or UNKNOWN
  left_out   BIGINT      NOT NULL, -- SUPPRESSED or CANCELLED
  segments   BIGINT      NOT NULL,
  PRIMARY KEY (wave_id, at_minute)
) ${tableOptions};

-- A wave that sends again to people whose message of the same campaign failed, each named.
CREATE TABLE retry (
  wave_id    BIGINT        NOT NULL PRIMARY KEY,
  people     BIGINT        NOT NULL,
  reasons    VARCHAR(2000) NOT NULL, -- as chosen
  ordered_by VARCHAR(64)   NOT NULL,
  ordered_at DATETIME(3)   NOT NULL,
  CONSTRAINT fk_retry_wave FOREIGN KEY (wave_id) REFERENCES wave (id)
) ${tableOptions};

-- No foreign key to the people: who is erased meanwhile is simply not sent to.
CREATE TABLE retry_recipient (
  wave_id      BIGINT NOT NULL,
  recipient_id BIGINT NOT NULL,
  PRIMARY KEY (wave_id, recipient_id),
  CONSTRAINT fk_retry_recipient FOREIGN KEY (wave_id) REFERENCES retry (wave_id)
) ${tableOptions};
