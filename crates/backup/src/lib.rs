//! The heart: makes, verifies, checks and imports backups, against any store.
