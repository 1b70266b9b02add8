-- Accounts as people manage them: a unit's head, one-time passwords, a second factor.
ALTER TABLE user_account ADD COLUMN unit_id BIGINT NULL; -- of a UNIT_HEAD
ALTER TABLE user_account ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE user_account ADD COLUMN totp_secret VARCHAR(64) NULL; -- base32
ALTER TABLE user_account ADD COLUMN totp_since DATETIME(3) NULL; -- NULL: enrolment has begun, no code was seen yet
ALTER TABLE user_account ADD COLUMN totp_last_step BIGINT NULL; -- the latest code's 30 s step: neither it nor an older one is taken again
ALTER TABLE user_account ADD CONSTRAINT fk_account_unit FOREIGN KEY (unit_id) REFERENCES unit (id);

CREATE TABLE recovery_code (
  username  VARCHAR(64) NOT NULL,
  code_hash CHAR(64)    NOT NULL, -- SHA-256, hexadecimal; a used code is deleted
  PRIMARY KEY (username, code_hash),
  CONSTRAINT fk_recovery_code_account FOREIGN KEY (username) REFERENCES user_account (username)
) ${tableOptions};

CREATE TABLE api_token (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username     VARCHAR(64)  NOT NULL,
  name         VARCHAR(100) NOT NULL,
  prefix       VARCHAR(20)  NOT NULL, -- its first characters, by which people know it
  token_hash   CHAR(64)     NOT NULL, -- SHA-256, hexadecimal
  scopes       VARCHAR(100) NOT NULL, -- comma-separated: READ, WRITE, ADMIN
  created_at   DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  last_used_at DATETIME(3)  NULL, -- to the minute
  revoked_at   DATETIME(3)  NULL,
  CONSTRAINT uq_api_token_hash UNIQUE (token_hash),
  CONSTRAINT fk_api_token_account FOREIGN KEY (username) REFERENCES user_account (username)
) ${tableOptions};
CREATE INDEX ix_api_token_owner ON api_token (username, id);

-- Who is signed in to the console, over all servers. A session whose row is gone or ended is shut at its next request.
CREATE TABLE console_session (
  key_hash     CHAR(64)     NOT NULL PRIMARY KEY, -- SHA-256 of what the session holds
  username     VARCHAR(64)  NOT NULL,
  address      VARCHAR(45)  NOT NULL,
  browser      VARCHAR(200) NOT NULL,
  started_at   DATETIME(3)  NOT NULL,
  last_seen_at DATETIME(3)  NOT NULL, -- to the minute
  ended_at     DATETIME(3)  NULL
) ${tableOptions};
CREATE INDEX ix_console_session_owner ON console_session (username, started_at);
CREATE INDEX ix_console_session_seen ON console_session (last_seen_at);

-- Wrong passwords and codes: by account and address, by account, by address.
CREATE TABLE login_failure (
  kind          VARCHAR(10)  NOT NULL, -- PAIR | ACCOUNT | ADDRESS
  name          VARCHAR(140) NOT NULL,
  failures      INT          NOT NULL,
  last_at       DATETIME(3)  NOT NULL,
  blocked_until DATETIME(3)  NULL,
  PRIMARY KEY (kind, name)
) ${tableOptions};
CREATE INDEX ix_login_failure_last ON login_failure (last_at);

-- Where an account has signed in from: what others try elsewhere doesn't keep it out there.
CREATE TABLE known_address (
  username VARCHAR(64) NOT NULL,
  address  VARCHAR(45) NOT NULL,
  last_at  DATETIME(3) NOT NULL, -- to the day
  PRIMARY KEY (username, address)
) ${tableOptions};

-- The trail is searched by who, what, subject and period, the newest first.
CREATE INDEX ix_audit_at ON audit_trail (at);
CREATE INDEX ix_audit_actor ON audit_trail (actor, id);
CREATE INDEX ix_audit_action ON audit_trail (action, id);
CREATE INDEX ix_audit_subject ON audit_trail (subject, id);
