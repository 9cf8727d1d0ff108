//! Computes every financial report as a table from the ledger and a period.
