//! Tests of `interchange` from the outside, over sample files where they are present.

mod damage;
mod decoding;
mod patching;
mod plain;
mod registry;
mod sample_files;
