-- The servers that run a gateway. A row whose seen_at stands still is a server that died: another one takes over what it had claimed.
CREATE TABLE gateway_node (
  node       VARCHAR(100)  NOT NULL PRIMARY KEY,
  links      VARCHAR(4000) NOT NULL, -- names of the links it is configured with: name,name
  seen_at    DATETIME(3)   NOT NULL,
  adopted_by VARCHAR(100)  NULL -- the node that takes its work over
) ${tableOptions};

-- The binds of a link, one row each: whoever holds the row may hold the bind. So all nodes together never hold more than the account allows.
CREATE TABLE link_bind_lease (
  link       VARCHAR(50)  NOT NULL,
  slot       INT          NOT NULL, -- from 1
  node       VARCHAR(100) NULL, -- NULL: free
  bound      BOOLEAN      NOT NULL, -- the holder's bind is up
  expires_at DATETIME(3)  NOT NULL,
  free_from  DATETIME(3)  NOT NULL, -- given back, but the SMSC still counts what went out over it
  PRIMARY KEY (link, slot)
) ${tableOptions};

-- How people want a link to run; no row: it runs as configured.
CREATE TABLE link_control (
  link               VARCHAR(50)  NOT NULL PRIMARY KEY,
  desired            VARCHAR(10)  NOT NULL, -- RUNNING | PAUSED | STOPPED
  submits_per_second INT          NULL, -- NULL: as configured
  window_size        INT          NULL, -- NULL: as configured
  starts             INT          NOT NULL, -- how often somebody has started it: each start closes the breaker on every node
  changed_by         VARCHAR(64)  NOT NULL,
  changed_at         DATETIME(3)  NOT NULL,
  reason             VARCHAR(500) NULL
) ${tableOptions};
