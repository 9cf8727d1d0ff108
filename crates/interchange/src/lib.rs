//! Turns Manager's records into our books and back, one file per kind of record, carrying along whatever has no home.
