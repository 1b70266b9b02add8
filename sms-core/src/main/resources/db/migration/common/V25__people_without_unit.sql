-- unit_tally.unit_id 0: people without a unit, so that a campaign's figures by unit are all of its people. Counted again.
DELETE FROM unit_tally;
DELETE FROM unit_count;
