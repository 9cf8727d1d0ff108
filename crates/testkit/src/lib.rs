//! Builders for sample books and damaged files. Dev-dependency only.

pub mod sample_files;
