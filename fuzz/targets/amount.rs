//! Fuzzes the reader of amounts and dates that people type; what must hold is said in
//! `crates/faults/src/targets.rs`.

#![no_main]
#![allow(dead_code, reason = "each fuzzer feeds one of the readers")]

#[path = "../../crates/faults/src/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::amount(bytes));
