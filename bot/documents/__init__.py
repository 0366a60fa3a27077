"""Files that people write and read: made of facts and turned into facts, without database and Slack."""
