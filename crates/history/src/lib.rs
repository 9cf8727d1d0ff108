//! The append-only trail: what changed, who did it, when, before and after, chained so that tampering shows.
