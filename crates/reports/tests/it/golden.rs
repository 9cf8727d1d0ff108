//! Small businesses worked by hand: their documents, and what every report must say of them.
//!
//! Documents are written as a bookkeeper would say them; posting is `ledger`'s. The arithmetic
//! stands beside the figures.

mod club;
mod designer;
mod desk;
mod importer;
mod inherited;
mod shop;
mod workshop;
