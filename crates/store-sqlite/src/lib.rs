//! Keeps each business in one SQLite file; the default, for Desktop and Server.
