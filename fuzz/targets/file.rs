//! Fuzzes the reader of whole files, in every form; what must hold is said in
//! `crates/faults/src/targets.rs`.

#![no_main]
#![allow(dead_code, reason = "each fuzzer feeds one of the readers")]

#[path = "../../crates/faults/src/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = std::env::temp_dir().join(format!("tijori-fuzz-{}", std::process::id()));
    targets::file(bytes, &folder);
});
