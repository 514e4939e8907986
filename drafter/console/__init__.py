"""What a person reads in the terminal. No other room prints."""
