"""What is read from disk and kept there."""
