-- Words are looked up by their beginnings, which the dictionary order of the other tables compares slowly.
ALTER TABLE recipient_word CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
