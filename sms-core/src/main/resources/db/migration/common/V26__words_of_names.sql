-- Which words people's names have: who bears a rare one is found without reading everybody.
CREATE TABLE recipient_word (
  word         VARCHAR(200) NOT NULL, -- without accents, in small letters
  recipient_id BIGINT       NOT NULL,
  PRIMARY KEY (word, recipient_id)
) ${tableOptions};

-- Names that are new or have changed, until their words are written.
CREATE TABLE changed_name (
  recipient_id BIGINT       NOT NULL PRIMARY KEY,
  former       VARCHAR(200) DEFAULT '' NOT NULL -- the name whose words are written now
) ${tableOptions};

INSERT INTO changed_name (recipient_id) SELECT id FROM recipient WHERE erased_at IS NULL;
