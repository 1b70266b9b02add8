-- What subscribers send us (MO): deliver_sm that are no receipts, one row each, written before deliver_sm_resp.
CREATE TABLE inbound_segment (
  id           BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  link         VARCHAR(50)     NOT NULL,
  received_at  DATETIME(3)     NOT NULL,
  source_addr  VARCHAR(25)     NOT NULL, -- the subscriber: 84912345678; else as it came (a short code, a name)
  dest_addr    VARCHAR(25)     NOT NULL,
  alphabet     VARCHAR(10)     NOT NULL, -- GSM_7 (a septet an octet) | ASCII | LATIN_1 | UCS_2
  octets       VARBINARY(2000) NOT NULL, -- of the text alone, without UDH
  reference_no INT             NOT NULL, -- 0 for a message of one segment
  total        INT             NOT NULL,
  segment_no   INT             NOT NULL, -- from 1
  state        VARCHAR(10)     NOT NULL, -- NEW | WAITING (for the other segments) | DONE | DUPLICATE
  inbound_id   BIGINT          NULL -- the message that it became part of
) ${tableOptions};
CREATE INDEX ix_inbound_segment_state ON inbound_segment (state, id);
CREATE INDEX ix_inbound_segment_source ON inbound_segment (source_addr, id);

CREATE TABLE inbound_message (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  link        VARCHAR(50)   NOT NULL,
  received_at DATETIME(3)   NOT NULL, -- its last segment
  source_addr VARCHAR(25)   NOT NULL,
  dest_addr   VARCHAR(25)   NOT NULL,
  text        VARCHAR(4000) NOT NULL, -- NFC; an ellipsis where segments are missing
  segments    INT           NOT NULL, -- that came
  total       INT           NOT NULL,
  kind        VARCHAR(20)   NOT NULL, -- REFUSAL | ACKNOWLEDGEMENT | REPLY
  action      VARCHAR(30)   NOT NULL, -- what was done
  message_id  BIGINT        NULL -- the message that was acknowledged, or the confirmation that was queued
) ${tableOptions};
CREATE INDEX ix_inbound_message_received ON inbound_message (received_at, id);

-- The first acknowledgement of a message: evidence beside its status, which it never changes.
CREATE TABLE acknowledgement (
  message_id  BIGINT        NOT NULL PRIMARY KEY,
  campaign_id BIGINT        NOT NULL,
  inbound_id  BIGINT        NOT NULL,
  msisdn      VARCHAR(15)   NOT NULL,
  at          DATETIME(3)   NOT NULL,
  text        VARCHAR(4000) NOT NULL
) ${tableOptions};
CREATE INDEX ix_acknowledgement_campaign ON acknowledgement (campaign_id);

-- One row: whoever holds its lock reads the new segments, so that two servers never put one message together twice.
CREATE TABLE inbound_turn (
  id INT NOT NULL PRIMARY KEY
) ${tableOptions};

-- TRUE: our automatic replies of a day. They go to suppressed numbers too, and their wave stays open to its end.
ALTER TABLE campaign ADD COLUMN automatic BOOLEAN NOT NULL DEFAULT FALSE;
