"""`gongshi serve` under thousands of edits, with browsers connected: what it shows, and what it needs."""
