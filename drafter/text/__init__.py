"""Pure Swedish text: no files, no models, no state."""
