"""What a report is held to: rules, one family a file, and what they need to know."""
