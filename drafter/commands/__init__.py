"""What the commands do, between reading their options and showing their results."""
