-- Numbers are compared as octets here too, as in the message table (V9): two collations would hide the index of one side.
ALTER TABLE suppression MODIFY msisdn VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
ALTER TABLE lifted_suppression MODIFY msisdn VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
ALTER TABLE operator_override MODIFY msisdn VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
ALTER TABLE acknowledgement MODIFY msisdn VARCHAR(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL;
