-- FALSE: no receipt was asked for this segment, so none is due (a link with receipts on the last segment only).
ALTER TABLE message_segment ADD COLUMN receipt_wanted BOOLEAN NOT NULL DEFAULT TRUE;
-- How a long message was cut, in the link's words, and its concatenation reference: what sends the rest of it must cut
-- it alike, or the phone puts the wrong halves together. NULL where the message is one segment.
ALTER TABLE message_segment ADD COLUMN cut VARCHAR(20) NULL;
ALTER TABLE message_segment ADD COLUMN reference_no INT NULL;
