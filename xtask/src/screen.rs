//! Where the tools speak: one line at a time, straight to standard output.
//!
//! Steps run as child processes that write to the same output, so every line is flushed at once
//! and the order on the screen is the order in which things happened.

use std::io::Write;

/// Prints one line. A closed pipe (`cargo xtask tidy | head`) is not an error worth a word.
pub fn say(line: &str) {
    let mut output = std::io::stdout().lock();
    let _ = writeln!(output, "{line}");
    let _ = output.flush();
}
