//! The trial balance on books written out in code, on generated books, and on real files.

mod sample_files;
mod table;
mod trial_balance;
