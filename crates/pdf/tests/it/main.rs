//! Finished files, read by another program: `pdftotext` and `pdftoppm` of poppler-utils.
//!
//! Where they are missing, a test that needs them says so and passes on what it can see without.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up has failed, and one without its reader says so"
)]

mod injection;
mod limits;
mod paging;
mod papers;
mod properties;
mod reader;
mod scripts;
mod whole_files;
