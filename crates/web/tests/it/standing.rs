//! How things stand with a customer, a bank account and an item, on their own pages; and what an
//! invoice's page shows of its lines.

use crate::bench::{Bench, LABELS};
