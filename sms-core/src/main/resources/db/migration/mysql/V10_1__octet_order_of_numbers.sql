-- Numbers are compared as octets here too, as in the message table (V9): the unique index is asked for each imported row.
ALTER TABLE recipient MODIFY msisdn VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
