//! Where the harness speaks: one line at a time, flushed at once.

use std::io::Write;

/// Prints one line. A closed pipe is not an error worth a word.
pub fn say(line: &str) {
    let mut output = std::io::stdout().lock();
    let _ = writeln!(output, "{line}");
    let _ = output.flush();
}
